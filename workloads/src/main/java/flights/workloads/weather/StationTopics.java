package flights.workloads.weather;

import flights.core.kafka.Kafka;
import flights.core.kafka.KafkaFault;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The two topics of the reports. */
final class StationTopics {

  static final String PROTOBUF = "stations";
  static final String JSON = "stations-json";
  static final int PARTITIONS = 6;

  private static final List<String> BOTH = List.of(PROTOBUF, JSON);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long LOOK_EVERY_MILLIS = 50;

  private final Settings settings;
  private final Kafka kafka;

  StationTopics(Settings settings) {
    this.settings = settings;
    this.kafka = new Kafka(settings);
  }

  /** Makes those that are missing; throws IllegalStateException. */
  void ensure() throws InterruptedException {
    try (Admin admin = kafka.admin(PATIENCE)) {
      Topics.ensure(admin, BOTH, PARTITIONS, settings.keep());
      Map<String, TopicDescription> found = admin.describeTopics(BOTH).allTopicNames().get();
      for (TopicDescription topic : found.values()) {
        if (topic.partitions().size() != PARTITIONS) {
          widen(admin, topic);
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(KafkaFault.line(kafka.servers(), e), e);
    }
  }

  /** Whoever reads a topic first makes it, with the usual number of partitions. */
  private void widen(Admin admin, TopicDescription topic)
      throws InterruptedException, ExecutionException {
    if (topic.partitions().size() > PARTITIONS || !isEmpty(topic.name())) {
      throw new IllegalStateException(
          "the topic %s has %d partitions, not %d: produce --recreate deletes it and makes it anew"
              .formatted(topic.name(), topic.partitions().size(), PARTITIONS));
    }
    admin.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(PARTITIONS))).all().get();
  }

  private boolean isEmpty(String topic) {
    try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
      return consumer.endOffsets(Topics.partitions(consumer, topic)).values().stream()
          .allMatch(offset -> offset == 0);
    }
  }

  /** Deletes both and makes them anew; throws IllegalStateException. */
  void recreate() throws InterruptedException {
    try (Admin admin = kafka.admin(PATIENCE)) {
      for (String topic : BOTH) {
        delete(admin, topic);
      }
      awaitGone(admin);
    } catch (ExecutionException e) {
      throw new IllegalStateException(KafkaFault.line(kafka.servers(), e), e);
    }
    ensure();
  }

  private static void delete(Admin admin, String topic)
      throws InterruptedException, ExecutionException {
    try {
      admin.deleteTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw e;
      }
    }
  }

  private static void awaitGone(Admin admin) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Set<String> left = new HashSet<>(BOTH);
    while (!left.isEmpty()) {
      left.retainAll(admin.listTopics().names().get());
      if (!left.isEmpty() && System.nanoTime() > end) {
        throw new IllegalStateException("Kafka does not delete " + left + ": try again");
      }
      TimeUnit.MILLISECONDS.sleep(left.isEmpty() ? 0 : LOOK_EVERY_MILLIS);
    }
  }
}
