package flights.flight.spark.reference;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import flights.core.store.Store;
import flights.flight.spark.reference.ImportReport.Written;
import flights.model.store.StoreConnector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.bson.Document;

/** Brings a collection to the state of its documents, while others read it. */
public final class LookUpWriter {

  // A bulk of the longest documents, the days of the largest airports, must fit into one message.
  private static final int BULK = 64;

  private static final Map<String, String> IN_BULKS =
      Map.of(
          "idFieldList", "_id",
          "upsertDocument", "true",
          "ordered", "false",
          "maxBatchSize", String.valueOf(BULK));

  private final Store store;

  public LookUpWriter(Store store) {
    this.store = store;
  }

  /** Replaces by id, so that doing it again changes nothing. */
  public Written write(LookUp lookUp) {
    Dataset<Row> documents = lookUp.documents().persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Set<String> ids = ids(documents);
      StoreConnector.write(documents, store.access(), lookUp.collection(), IN_BULKS);
      long removed = lookUp.whole() ? removeOthers(lookUp.collection(), ids) : 0;
      return new Written(lookUp.collection(), ids.size(), removed);
    } finally {
      documents.unpersist();
    }
  }

  private static Set<String> ids(Dataset<Row> documents) {
    return new HashSet<>(documents.select("_id").as(Encoders.STRING()).collectAsList());
  }

  private long removeOthers(String name, Set<String> ids) {
    MongoCollection<Document> collection = store.collection(name);
    List<DeleteOneModel<Document>> others = new ArrayList<>();
    for (Document found : collection.find().projection(Projections.include("_id"))) {
      if (!(found.get("_id") instanceof String id && ids.contains(id))) {
        others.add(new DeleteOneModel<>(Filters.eq("_id", found.get("_id"))));
      }
    }
    return others.isEmpty() ? 0 : collection.bulkWrite(others).getDeletedCount();
  }
}
