package flights.web.answers;

import flights.core.kafka.Kafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The topics that answers come from, read by one thread: from shortly before the end of the
 * partitions that are there at first, from the beginning of those that appear later. No consumer
 * group, since each web process has to hear all answers.
 */
final class AnswerTopics implements AutoCloseable {

  /** So many answers of all are read again at the start, and so many errors. */
  static final int RECENT_ANSWERS = 1_000;

  private static final int RECENT_ERRORS = 20;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration CLOSE_PATIENCE = Duration.ofMillis(200);
  private static final Duration RARELY = Duration.ofSeconds(5);
  private static final Duration OFTEN = Duration.ofMillis(250);

  private static final Map<String, Object> CONFIG =
      Map.of(
          "client.id",
          "flights-web",
          "auto.offset.reset",
          "latest",
          "allow.auto.create.topics",
          false,
          "metadata.max.age.ms",
          5_000,
          "fetch.max.bytes",
          4 * 1024 * 1024,
          "max.poll.records",
          2_000);

  private final AnswerSource source;
  private final Consumer<String, byte[]> consumer;
  private final Set<TopicPartition> assigned = new HashSet<>();
  private boolean first = true;
  private boolean complete;
  private long refreshedNanos = System.nanoTime() - RARELY.toNanos();

  AnswerTopics(Kafka kafka, AnswerSource source) {
    this.source = source;
    consumer = kafka.consumer(CONFIG);
  }

  /**
   * What has come; waits a moment for it when there is a topic to wait on, else returns at once.
   */
  Iterable<ConsumerRecord<String, byte[]>> poll() {
    Duration pause = complete ? RARELY : OFTEN;
    if (System.nanoTime() - refreshedNanos >= pause.toNanos()) {
      refresh();
    }
    return assigned.isEmpty() ? ConsumerRecords.empty() : consumer.poll(POLL);
  }

  /** Whether poll() has a topic to wait on. */
  boolean waits() {
    return !assigned.isEmpty();
  }

  /** Ends a poll() in another thread with a WakeupException. */
  void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close(CLOSE_PATIENCE);
  }

  private void refresh() {
    try {
      List<TopicPartition> present = present();
      takeUp(present.stream().filter(it -> !assigned.contains(it)).toList());
      complete =
          present.stream().map(TopicPartition::topic).distinct().count() == source.topics().size();
    } catch (RetriableException e) {
      // The broker is away: the health checks say so, and the next refresh tries again.
      complete = false;
    }
    refreshedNanos = System.nanoTime();
  }

  private List<TopicPartition> present() {
    List<TopicPartition> present = new ArrayList<>();
    for (String topic : source.topics()) {
      consumer
          .partitionsFor(topic, PATIENCE)
          .forEach(it -> present.add(new TopicPartition(topic, it.partition())));
    }
    return present;
  }

  private void takeUp(List<TopicPartition> added) {
    if (!added.isEmpty()) {
      assigned.addAll(added);
      consumer.assign(assigned);
      seek(added);
    }
    first = false;
  }

  private void seek(List<TopicPartition> added) {
    if (first) {
      // The end is where it is now, not where it will be at the first poll.
      Map<TopicPartition, Long> starts = consumer.beginningOffsets(added, PATIENCE);
      consumer
          .endOffsets(added, PATIENCE)
          .forEach(
              (partition, end) ->
                  consumer.seek(
                      partition, Math.max(starts.get(partition), end - recent(partition, added))));
    } else {
      consumer.seekToBeginning(added);
    }
  }

  /** Each partition has its part of the latest answers, more or less. */
  private long recent(TopicPartition partition, List<TopicPartition> all) {
    if (partition.topic().equals(source.errorTopic())) {
      return RECENT_ERRORS;
    }
    long partitions = all.stream().filter(it -> it.topic().equals(partition.topic())).count();
    return RECENT_ANSWERS / partitions;
  }
}
