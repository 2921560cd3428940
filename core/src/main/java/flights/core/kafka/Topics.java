package flights.core.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How topics are made, and those that belong to no model. */
public final class Topics {

  /** What is to be trained, for a trainer that listens. */
  public static final String TRAINING_REQUESTS = "training_requests";

  /** In bytes. A producer sends a megabyte at most by default; its dead letter is a bit more. */
  public static final int LARGEST_MESSAGE = 2 * 1024 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(Topics.class);

  /** Kafka deletes files, not messages: so a file is closed when it is as large, or as old. */
  private static final int SEGMENT_BYTES = 64 * 1024 * 1024;

  private static final Duration LONGEST_SEGMENT = Duration.ofDays(1);
  private static final int SEGMENTS_KEPT = 10;

  private Topics() {}

  /** All partitions of a topic. */
  public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /**
   * Creates the topics that are not there yet, with the cluster's own replication, and lets those
   * that are there keep their messages for so long.
   *
   * @param keep zero for ever
   */
  public static void ensure(Admin admin, Collection<String> names, int partitions, Duration keep)
      throws InterruptedException, ExecutionException {
    Set<String> present = admin.listTopics().names().get();
    Map<String, String> kept = retention(keep);
    create(
        admin,
        names.stream().distinct().filter(name -> !present.contains(name)).toList(),
        partitions,
        kept);
    try {
      change(admin, names.stream().filter(present::contains).collect(Collectors.toSet()), kept);
    } catch (ExecutionException e) {
      // Not every user of a cluster may read or change this.
      LOG.warn(
          "Kafka does not take how long messages are kept (FLIGHTS_KEEP): {}",
          e.getCause().getMessage());
    }
  }

  private static void create(
      Admin admin, List<String> missing, int partitions, Map<String, String> kept)
      throws InterruptedException, ExecutionException {
    Map<String, String> config = new HashMap<>(kept);
    config.put("max.message.bytes", String.valueOf(LARGEST_MESSAGE));
    try {
      admin
          .createTopics(
              missing.stream()
                  .map(
                      name ->
                          new NewTopic(name, Optional.of(partitions), Optional.empty())
                              .configs(config))
                  .toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      // Several processes may start at once.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private static void change(Admin admin, Set<String> topics, Map<String, String> kept)
      throws InterruptedException, ExecutionException {
    List<ConfigResource> resources =
        topics.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    admin
        .describeConfigs(resources)
        .all()
        .get()
        .forEach(
            (topic, present) -> {
              List<AlterConfigOp> differing = differing(present, kept);
              if (!differing.isEmpty()) {
                changes.put(topic, differing);
              }
            });
    admin.incrementalAlterConfigs(changes).all().get();
  }

  private static List<AlterConfigOp> differing(Config present, Map<String, String> kept) {
    return kept.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(present.get(entry.getKey()).value()))
        .map(entry -> new ConfigEntry(entry.getKey(), entry.getValue()))
        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
        .toList();
  }

  private static Map<String, String> retention(Duration keep) {
    Duration part = keep.isZero() ? LONGEST_SEGMENT : keep.dividedBy(SEGMENTS_KEPT);
    Duration segment = part.compareTo(LONGEST_SEGMENT) > 0 ? LONGEST_SEGMENT : part;
    return Map.of(
        "retention.ms",
        keep.isZero() ? "-1" : String.valueOf(keep.toMillis()),
        "segment.ms",
        String.valueOf(segment.toMillis()),
        "segment.bytes",
        String.valueOf(SEGMENT_BYTES));
  }
}
