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

/** Events of visitors and a table of them on Kafka, all there before they are read. */
final class SqlTraffic {

  private static final int USERS = 2_000;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final int EVENTS_A_SECOND = 500;
  private static final List<String> PAGES =
      List.of("main_page", "product_page", "products_listing", "product_gallery");

  /** What the bench runs on them. */
  static final String STATEMENTS =
      """
      CREATE STREAM events (user_id INT, event STRING, ts BIGINT)
        WITH (topic = 'events', timestamp = 'ts', watermark = '1 minute');
      CREATE TABLE users (id INT, country STRING, platform STRING, nb_orders INT, PRIMARY KEY (id));
      CREATE VIEW windows AS
        SELECT user_id, window.start AS start,
          count_if(event = 'product_page') AS product_views,
          count_if(event = 'products_listing') AS listing_views,
          count_if(event = 'product_gallery') AS gallery_views
        FROM events GROUP BY user_id, window(ts, '10 minutes', '2 minutes');
      CREATE TABLE verdicts WITH (topic = 'verdicts', collection = 'verdicts', key = 'id') AS
        SELECT concat_ws(' ', user_id, start) AS id, country, predict('bench-tree', array(country, platform),
          array(product_views, listing_views, gallery_views, nb_orders)) AS verdict
        FROM windows JOIN users ON user_id = id;
      """;

  private SqlTraffic() {}

  /** Returns when the broker has all. */
  static void send(Settings settings, int events) throws InterruptedException, ExecutionException {
    Kafka kafka = new Kafka(settings);
    try (Admin admin = kafka.admin();
        Producer<String, byte[]> producer = kafka.producer(Map.of("linger.ms", 20))) {
      Topics.ensure(admin, List.of("events", "users"), settings.partitions(), settings.keep());
      for (int id = 0; id < USERS; id++) {
        producer.send(new ProducerRecord<>("users", String.valueOf(id), user(id)));
      }
      Random random = new Random(7);
      for (int i = 0; i < events; i++) {
        String user = String.valueOf(random.nextInt(USERS));
        producer.send(new ProducerRecord<>("events", user, event(user, i, random)));
      }
      producer.flush();
    }
  }

  private static byte[] user(int id) {
    return Json.bytes(
        Map.of("id", id, "country", "c" + id % 20, "platform", "web", "nb_orders", id % 9));
  }

  private static byte[] event(String user, int number, Random random) {
    String page = PAGES.get(random.nextInt(PAGES.size()));
    long at = BEGIN.toEpochMilli() + number * 1_000L / EVENTS_A_SECOND;
    return "{\"user_id\":%s,\"event\":\"%s\",\"ts\":%d}"
        .formatted(user, page, at)
        .getBytes(StandardCharsets.UTF_8);
  }
}
