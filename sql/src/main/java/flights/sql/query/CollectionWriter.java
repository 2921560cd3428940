package flights.sql.query;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.store.Store;
import flights.core.store.StoreAccess;
import flights.model.RowMaps;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.spark.api.java.function.ForeachPartitionFunction;
import org.apache.spark.sql.Row;
import org.bson.Document;

/** Writes rows as documents; one with the same key is replaced. */
final class CollectionWriter implements ForeachPartitionFunction<Row> {

  private static final int MOST_AT_ONCE = 500;

  /** Open as long as the process: Spark makes writers anew from their bytes. */
  private static final ConcurrentMap<StoreAccess, Store> STORES = new ConcurrentHashMap<>();

  private final StoreAccess access;
  private final String collection;
  private final ArrayList<String> key;

  CollectionWriter(StoreAccess access, String collection, List<String> key) {
    this.access = access;
    this.collection = collection;
    this.key = new ArrayList<>(key);
  }

  @Override
  public void call(Iterator<Row> rows) {
    List<ReplaceOneModel<Document>> next = new ArrayList<>();
    while (rows.hasNext()) {
      Document document = document(RowMaps.of(rows.next()));
      next.add(
          new ReplaceOneModel<>(
              eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true)));
      if (next.size() == MOST_AT_ONCE || !rows.hasNext()) {
        // In their order: of two rows with one key the later one is to stay.
        var unused = documents().bulkWrite(next, new BulkWriteOptions().ordered(true));
        next.clear();
      }
    }
  }

  private MongoCollection<Document> documents() {
    return STORES.computeIfAbsent(access, Store::open).collection(collection);
  }

  /** One column is the id as it is, several are a document. */
  private Document document(Map<String, Object> row) {
    Object id = key.size() == 1 ? row.get(key.get(0)) : new Document();
    if (id instanceof Document all) {
      key.forEach(name -> all.append(name, row.get(name)));
    }
    Document document = new Document("_id", id);
    document.putAll(row);
    return document;
  }
}
