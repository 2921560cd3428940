package flights.bench;

import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the statements of bots read: views of pages, and users as changes; all there before. */
final class SqlTraffic {

  private static final String EVENTS = "events";
  private static final String CHANGES = "mysql.demo.users";
  private static final int USERS = 2_000;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int EVENTS_A_SECOND = 500;
  private static final List<String> COUNTRIES = List.of("US", "GB", "DE", "FR", "NL", "IN");
  private static final List<String> PAGES =
      List.of("main_page", "product_page", "products_listing", "product_gallery");

  private SqlTraffic() {}

  /** Returns when the broker has all. */
  static void send(Settings settings, int events) throws InterruptedException, ExecutionException {
    Kafka kafka = new Kafka(settings);
    try (Admin admin = kafka.admin();
        Producer<String, byte[]> producer = kafka.producer(Map.of("linger.ms", 20))) {
      Topics.ensure(admin, List.of(EVENTS, CHANGES), settings.partitions(), settings.keep());
      for (int id = 0; id < USERS; id++) {
        producer.send(new ProducerRecord<>(CHANGES, "{\"id\":%d}".formatted(id), user(id)));
      }
      Random random = new Random(7);
      for (int i = 0; i < events; i++) {
        String user = String.valueOf(random.nextInt(USERS));
        producer.send(new ProducerRecord<>(EVENTS, user, event(user, i, random)));
      }
      producer.flush();
    }
  }

  private static byte[] user(int id) {
    Map<String, Object> row =
        Map.of(
            "id",
            id,
            "name",
            "User " + id,
            "country",
            COUNTRIES.get(id % COUNTRIES.size()),
            "platform",
            id % 3 == 0 ? "mobile" : "desktop",
            "ip_address",
            "192.0.2.1",
            "nb_orders",
            id % 9);
    return Json.bytes(Map.of("op", "r", "after", row));
  }

  private static byte[] event(String user, int number, Random random) {
    String page = PAGES.get(random.nextInt(PAGES.size()));
    long at = BEGIN.toEpochMilli() + number * 1_000L / EVENTS_A_SECOND;
    return "{\"user_id\":%s,\"event\":\"%s\",\"ts\":%d,\"ip_address\":\"192.0.2.1\"}"
        .formatted(user, page, at)
        .getBytes(StandardCharsets.UTF_8);
  }
}
