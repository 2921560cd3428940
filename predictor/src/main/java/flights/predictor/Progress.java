package flights.predictor;

import flights.core.kafka.Kafka;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells Kafka once a second how far the requests are answered, as the offsets of a consumer group,
 * so that any Kafka tool shows how many wait, and so that a predictor goes on where it was.
 */
final class Progress {

  private static final ConcurrentHashMap<OutletConfig, Progress> OPEN = new ConcurrentHashMap<>();

  private final Admin admin;
  private final String group;
  private final Map<TopicPartition, Long> reached = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> published = new HashMap<>();
  private volatile BooleanSupplier arrived = () -> true;

  static Progress of(OutletConfig config) {
    return OPEN.computeIfAbsent(
        config, given -> new Progress(new Kafka(given.kafka()), given.progressGroup()));
  }

  private Progress(Kafka kafka, String group) {
    this.admin = kafka.admin();
    this.group = group;
    recall();
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    var unused = timer.scheduleWithFixedDelay(this::publish, 1, 1, TimeUnit.SECONDS);
  }

  /** Up to which offsets a model's requests are answered, as far as Kafka was told. */
  static Map<TopicPartition, Long> told(Admin admin, String group)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> told = new HashMap<>();
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((partition, offset) -> told.put(partition, offset.offset()));
    return told;
  }

  /** Makes Kafka forget how far a model's requests are answered: all are to be answered anew. */
  static void restart(Admin admin, String group) throws InterruptedException {
    try {
      admin.deleteConsumerGroups(List.of(group)).all().get();
    } catch (ExecutionException e) {
      // There was nothing to forget, or nobody to ask: then nothing is skipped either.
    }
    OPEN.values().stream().filter(open -> open.group.equals(group)).forEach(Progress::forget);
  }

  /** Whether a request was answered before: a stream that is started anew repeats some. */
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

  /**
   * Sets what must hold before progress is told.
   *
   * @param arrived waits for all answers so far, and says whether they have arrived
   */
  void tellWhen(BooleanSupplier arrived) {
    this.arrived = arrived;
  }

  /** What cannot be told now is told the next time. */
  @SuppressWarnings("FutureReturnValueIgnored")
  synchronized void publish() {
    Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
    reached.forEach(
        (partition, offset) -> {
          if (!offset.equals(published.get(partition))) {
            news.put(partition, new OffsetAndMetadata(offset));
          }
        });
    if (news.isEmpty() || !arrived.getAsBoolean()) {
      return;
    }
    news.forEach((partition, offset) -> published.put(partition, offset.offset()));
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

  private void recall() {
    try {
      reached.putAll(told(admin, group));
    } catch (ExecutionException e) {
      // Then what a stream repeats is answered again, which does no harm.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void forget(Map<TopicPartition, OffsetAndMetadata> news) {
    published.keySet().removeAll(news.keySet());
  }
}
