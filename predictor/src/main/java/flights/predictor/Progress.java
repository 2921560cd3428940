package flights.predictor;

import flights.core.kafka.Kafka;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells Kafka once a second how far the requests are answered, as the offsets of a consumer group,
 * so that any Kafka tool shows how many wait. The predictor itself goes by its checkpoint.
 */
final class Progress {

  private static final ConcurrentHashMap<OutletConfig, Progress> OPEN = new ConcurrentHashMap<>();

  private final Admin admin;
  private final String group;
  private final Map<TopicPartition, Long> reached = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> published = new HashMap<>();

  static Progress of(OutletConfig config) {
    return OPEN.computeIfAbsent(
        config, given -> new Progress(new Kafka(given.kafkaServers()), given.progressGroup()));
  }

  private Progress(Kafka kafka, String group) {
    this.admin = kafka.admin();
    this.group = group;
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused = timer.scheduleWithFixedDelay(this::publish, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Whether this process has answered a request before: a stream that is started anew repeats some.
   */
  boolean isPast(TopicPartition partition, long offset) {
    return offset < reached.getOrDefault(partition, 0L);
  }

  void reached(List<PredictionEntry> entries) {
    entries.forEach(entry -> reached(entry.from(), entry.offset()));
  }

  void reached(TopicPartition partition, long offset) {
    reached.merge(partition, offset + 1, Math::max);
  }

  /** From now on nothing counts as answered before. */
  void forget() {
    reached.clear();
  }

  /** What cannot be told now is told the next time. */
  @SuppressWarnings("FutureReturnValueIgnored")
  synchronized void publish() {
    Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
    reached.forEach(
        (partition, offset) -> {
          if (!offset.equals(published.put(partition, offset))) {
            news.put(partition, new OffsetAndMetadata(offset));
          }
        });
    if (!news.isEmpty()) {
      admin
          .alterConsumerGroupOffsets(group, news)
          .all()
          .whenComplete(
              (done, failure) -> {
                if (failure != null) {
                  forget(news);
                }
              });
    }
  }

  private synchronized void forget(Map<TopicPartition, OffsetAndMetadata> news) {
    published.keySet().removeAll(news.keySet());
  }
}
