package flights.flight;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Map;

/** The names of the collections of flights and their indexes: the one place that knows them. */
public final class FlightCollections {

  public static final String DISTANCES = "origin_dest_distances";
  public static final String RESPONSES = FlightPipeline.text("collection");
  public static final String ERRORS = FlightPipeline.text("error_collection");
  public static final String PREDICTION_TASKS = "prediction_tasks";
  public static final String PREDICTION_RESULTS = "prediction_results";

  /** Uploaded files of flights, and by chunks the requests that came of them. */
  public static final String PREDICTION_BATCHES = "prediction_batches";

  public static final String PREDICTION_BATCH_ROWS = "prediction_batch_rows";

  /** The ids of the tasks that were stored on a day. */
  public static final String PREDICTION_TASK_DAYS = "prediction_task_days";

  /** What really happened to predicted flights, and how right each model version was by it. */
  public static final String PREDICTION_OUTCOMES = "prediction_outcomes";

  public static final String OUTCOME_SUMMARIES = "outcome_summaries";

  // What docs/DATA.md describes; each is looked up in by its id.
  public static final String FLIGHTS_BY_DATE_ORIGIN = "flights_by_date_origin";
  public static final String FLIGHTS_BY_TAIL = "flights_by_tail";
  public static final String FLIGHT_HISTORY = "flight_history";
  public static final String ROUTE_HISTORY = "route_history";
  public static final String CARRIERS = "carriers";
  public static final String AIRPLANES = "airplanes";
  public static final String MANUFACTURERS = "manufacturers";
  public static final String AIRPORTS = "airports";
  public static final String MONTHLY_TOTALS = "monthly_totals";
  public static final String IMPORTS = "imports";

  /** Those that grow with use, beside the model's own, and the field that tells how old each is. */
  public static final Map<String, String> DATES =
      Map.of(
          PREDICTION_TASKS,
          "Timestamp",
          PREDICTION_TASK_DAYS,
          "At",
          PREDICTION_RESULTS,
          "ScoredAt",
          PREDICTION_BATCHES,
          "At",
          PREDICTION_BATCH_ROWS,
          "At",
          PREDICTION_OUTCOMES,
          "ScoredAt");

  private FlightCollections() {}

  /** Creates the indexes that are not there yet. */
  public static void ensureIndexes(MongoDatabase database) {
    database
        .getCollection(DISTANCES)
        .createIndex(Indexes.ascending("Origin", "Dest"), new IndexOptions().unique(true));
  }
}
