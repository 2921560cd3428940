package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import flights.core.settings.Settings;
import flights.core.store.Retention;
import flights.core.store.Store;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RetentionIT {

  @Test
  void anIndexLetsTheStoreDeleteByDate() throws Exception {
    try (StoreUnderTest under = new StoreUnderTest()) {
      Store store = under.store();
      store.collection("answers").insertOne(new Document("_id", 1));

      Retention.begin(settings(under, "12h"), Map.of("answers", "At"));

      await().until(() -> expiry(store).equals(Map.of("At", 43_200L)));
      Retention.begin(settings(under, "0"), Map.of("answers", "At"));
      await().until(() -> expiry(store).isEmpty());
      assertThat(store.collection("answers").countDocuments()).isEqualTo(1);
    }
  }

  private static Settings settings(StoreUnderTest under, String keep) {
    return Settings.of(
        Map.of(
            "MONGODB_URI",
            under.store().access().uri(),
            "MONGODB_DATABASE",
            under.store().access().database(),
            "FLIGHTS_KEEP",
            keep));
  }

  /** Seconds by field. */
  private static Map<String, Long> expiry(Store store) {
    Map<String, Long> expiry = new HashMap<>();
    for (Document index : store.collection("answers").listIndexes()) {
      if (index.get("expireAfterSeconds") instanceof Number seconds) {
        index
            .get("key", Document.class)
            .keySet()
            .forEach(field -> expiry.put(field, seconds.longValue()));
      }
    }
    return expiry;
  }
}
