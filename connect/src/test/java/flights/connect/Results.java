package flights.connect;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/** The collection that the sink writes. */
final class Results implements AutoCloseable {

  static final String TOPIC = "bot_detection_results";

  private final MongoClient client;

  Results(String uri) {
    client = MongoClients.create(uri);
  }

  static String key(int user) {
    return "{\"user_id\":%d,\"window_start\":\"2026-01-31T12:00:00Z\"}".formatted(user);
  }

  /** By user; fails when one has two documents. */
  Map<Integer, String> verdicts() {
    Map<Integer, String> verdicts = new HashMap<>();
    for (Document document : collection().find()) {
      int user = ((Number) document.get("user_id")).intValue();
      String earlier = verdicts.put(user, document.getString("verdict"));
      if (earlier != null) {
        throw new AssertionError("two documents of user " + user);
      }
    }
    return verdicts;
  }

  Document of(int user) {
    return collection().find(new Document("user_id", user)).first();
  }

  private MongoCollection<Document> collection() {
    return client.getDatabase("agile_data_science").getCollection(TOPIC);
  }

  @Override
  public void close() {
    client.close();
  }
}
