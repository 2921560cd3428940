package flights.connect;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flights.core.kafka.Kafka;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is on the broker. */
final class Messages implements AutoCloseable {

  private static final String USERS = "mysql.demo.users";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ObjectMapper mapper = new ObjectMapper();
  private final Kafka kafka;
  private final Consumer<String, byte[]> changes;
  private final Producer<String, byte[]> producer;

  Messages(String servers) {
    kafka = new Kafka(servers);
    changes = follow(USERS, "changes");
    producer = kafka.producer(Map.of());
  }

  private Consumer<String, byte[]> follow(String topic, String group) {
    Consumer<String, byte[]> consumer =
        kafka.consumer(
            Map.of("group.id", group, "auto.offset.reset", "earliest", "metadata.max.age.ms", 500));
    consumer.subscribe(List.of(topic));
    return consumer;
  }

  /** All but Kafka's own. */
  Set<String> topics() throws InterruptedException, ExecutionException {
    try (Admin admin = kafka.admin()) {
      return admin.listTopics().names().get();
    }
  }

  void createCompacted(String topic) throws InterruptedException, ExecutionException {
    try (Admin admin = kafka.admin()) {
      NewTopic created =
          new NewTopic(topic, Optional.of(2), Optional.empty())
              .configs(Map.of("cleanup.policy", "compact"));
      admin.createTopics(List.of(created)).all().get();
    }
  }

  /** Those that have come since the last call; fails when there are more or less of them. */
  List<Change> awaitChanges(int count) {
    return awaitChanges(changes, count);
  }

  /** As awaitChanges, of a topic that has been made anew. */
  List<Change> fromTheBeginning(int count) {
    try (Consumer<String, byte[]> consumer = follow(USERS, "anew")) {
      return awaitChanges(consumer, count);
    }
  }

  private List<Change> awaitChanges(Consumer<String, byte[]> consumer, int count) {
    List<Change> found = new ArrayList<>();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(change(record)));
              return found.size() >= count;
            });
    if (found.size() > count) {
      throw new AssertionError("more changes than " + count + ": " + found);
    }
    return found;
  }

  private Change change(ConsumerRecord<String, byte[]> record) {
    try {
      int id = mapper.readTree(record.key()).path("id").asInt();
      if (record.value() == null) {
        return new Change(id, "tombstone", mapper.nullNode());
      }
      JsonNode value = mapper.readTree(record.value());
      return new Change(id, value.path("op").asText(), value.path("after"));
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + record, e);
    }
  }

  void send(String key, String value) throws InterruptedException, ExecutionException {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    producer.send(new ProducerRecord<>(Results.TOPIC, key, bytes)).get();
  }

  String awaitDeadLetter() {
    try (Consumer<String, byte[]> letters = follow(Results.TOPIC + ".errors", "errors")) {
      List<String> found = new ArrayList<>();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                letters
                    .poll(Duration.ofMillis(200))
                    .forEach(it -> found.add(new String(it.value(), StandardCharsets.UTF_8)));
                return !found.isEmpty();
              });
      return found.get(0);
    }
  }

  @Override
  public void close() {
    changes.close();
    producer.close();
  }
}
