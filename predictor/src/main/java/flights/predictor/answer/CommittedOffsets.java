package flights.predictor.answer;

import flights.core.kafka.Kafka;
import flights.core.process.Daemon;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells Kafka once a second how far the requests of a model are answered, as the offsets of a
 * consumer group of the model's name, so that any Kafka tool shows how many wait, and so that a
 * predictor goes on where it was.
 */
public final class CommittedOffsets implements AutoCloseable {

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  private final Admin admin;
  private final String group;
  private final BooleanSupplier arrived;
  private final Map<TopicPartition, Long> reached = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> published = new HashMap<>();
  private KafkaFuture<Void> telling = KafkaFuture.completedFuture(null);
  private final ScheduledExecutorService timer = Daemon.timer("offsets");

  /**
   * Begins with what Kafka was told before.
   *
   * @param arrived waits for all answers so far, and says whether they have arrived; nothing is
   *     told before
   */
  CommittedOffsets(AnswerTarget target, BooleanSupplier arrived) {
    this.admin = new Kafka(target.kafka()).admin();
    this.group = target.model();
    this.arrived = arrived;
    recall();
    var unused = timer.scheduleWithFixedDelay(this::publish, 1, 1, TimeUnit.SECONDS);
  }

  /** Up to which offsets a model's requests are answered, as far as Kafka was told. */
  public static Map<TopicPartition, Long> told(Admin admin, String model)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> told = new HashMap<>();
    admin
        .listConsumerGroupOffsets(model)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((partition, offset) -> told.put(partition, offset.offset()));
    return told;
  }

  /** Makes Kafka forget how far a model's requests are answered: all are to be answered anew. */
  public static void restart(Admin admin, String model) throws InterruptedException {
    try {
      admin.deleteConsumerGroups(List.of(model)).all().get();
    } catch (ExecutionException e) {
      // There was nothing to forget, or nobody to ask: then nothing is skipped either.
    }
    ProcessWide.forgetAnswered(model);
  }

  /** Whether a request was answered before: a stream that is started anew repeats some. */
  boolean isPast(RequestPosition position) {
    return position.offset() < reached.getOrDefault(position.partition(), 0L);
  }

  void reached(RequestPosition position) {
    reached.merge(position.partition(), position.offset() + 1, Math::max);
  }

  /** From now on nothing counts as answered before. */
  void forget() {
    reached.clear();
  }

  /** What cannot be told now is told the next time. */
  void publish() {
    var unused = tell();
  }

  /** Completes when Kafka has been told, or has not taken it. */
  private synchronized KafkaFuture<Void> tell() {
    Map<TopicPartition, OffsetAndMetadata> news = new HashMap<>();
    reached.forEach(
        (partition, offset) -> {
          if (!offset.equals(published.get(partition))) {
            news.put(partition, new OffsetAndMetadata(offset));
          }
        });
    if (news.isEmpty() || !arrived.getAsBoolean()) {
      return telling;
    }
    news.forEach((partition, offset) -> published.put(partition, offset.offset()));
    telling =
        admin
            .alterConsumerGroupOffsets(group, news)
            .all()
            .whenComplete(
                (done, failure) -> {
                  if (failure != null) {
                    notPublished(news);
                  }
                });
    return telling;
  }

  /** Tells a last time. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      // To tell takes two questions, of which a client that closes asks the first only.
      tell().get(CLOSE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // Then some requests are answered again, which does no harm.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      admin.close(CLOSE_WITHIN);
    }
  }

  private void recall() {
    try {
      Map<TopicPartition, Long> before = told(admin, group);
      reached.putAll(before);
      // Not to be told again: another process may be further by then.
      published.putAll(before);
    } catch (ExecutionException e) {
      // Then what a stream repeats is answered again, which does no harm.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void notPublished(Map<TopicPartition, OffsetAndMetadata> news) {
    published.keySet().removeAll(news.keySet());
  }
}
