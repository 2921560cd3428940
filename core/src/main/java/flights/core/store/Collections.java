package flights.core.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;

/** The names of the collections and their indexes: the one place that knows them. */
public final class Collections {

  public static final String DISTANCES = "origin_dest_distances";
  public static final String RESPONSES = "flight_delay_classification_response";
  public static final String ERRORS = "flight_delay_classification_errors";
  public static final String MODELS = "models";
  public static final String SERVICES = "services";
  public static final String PREDICTION_TASKS = "prediction_tasks";
  public static final String PREDICTION_RESULTS = "prediction_results";

  private Collections() {}

  /** Creates the indexes that are not there yet. */
  public static void ensureIndexes(MongoDatabase database) {
    database
        .getCollection(DISTANCES)
        .createIndex(Indexes.ascending("Origin", "Dest"), new IndexOptions().unique(true));
  }
}
