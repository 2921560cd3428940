package flights.workloads.snapshot;

import flights.core.kafka.Kafka;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Reads some partitions, each from where its file says, and keeps their files up to date. */
final class PartitionReader<R, S> {

  private static final Duration POLL = Duration.ofMillis(100);

  /** A file is written as a whole, so that many keys are written less often. */
  private static final long WRITE_EVERY_NANOS = 100_000_000;

  private static final int SHARE_OF_WRITING = 10;

  private final Kafka kafka;
  private final Map<TopicPartition, PartitionSummary<R, S>> partitions = new LinkedHashMap<>();
  private long nextWrite = System.nanoTime();

  PartitionReader(Kafka kafka, String topic, List<PartitionSummary<R, S>> summaries, int first) {
    this.kafka = kafka;
    for (int i = 0; i < summaries.size(); i++) {
      partitions.put(new TopicPartition(topic, first + i), summaries.get(i));
    }
  }

  /** Returns when it is stopped, with all that it has read in the files. */
  void run(BooleanSupplier stopped) {
    try (Consumer<String, byte[]> consumer =
        kafka.consumer(
            Map.of(
                "auto.offset.reset",
                "none",
                "max.poll.records",
                10_000,
                "default.api.timeout.ms",
                15_000))) {
      consumer.assign(partitions.keySet());
      requireOffsets(consumer);
      partitions.forEach((partition, summary) -> consumer.seek(partition, summary.offset()));
      while (!stopped.getAsBoolean()) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          partitions
              .get(new TopicPartition(record.topic(), record.partition()))
              .take(record.offset(), record.value());
        }
        saveNowAndThen();
      }
    } catch (OffsetOutOfRangeException e) {
      TopicPartition lost = e.partitions().iterator().next();
      throw gone(lost, partitions.get(lost), e);
    }
    partitions.values().forEach(PartitionSummary::save);
  }

  private void saveNowAndThen() {
    long now = System.nanoTime();
    if (now - nextWrite >= 0) {
      partitions.values().forEach(PartitionSummary::save);
      long taken = System.nanoTime() - now;
      nextWrite = now + Math.max(WRITE_EVERY_NANOS, SHARE_OF_WRITING * taken);
    }
  }

  /** Else a summary would have a gap that nobody is told of. */
  private void requireOffsets(Consumer<String, byte[]> consumer) {
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions.keySet());
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions.keySet());
    partitions.forEach(
        (partition, summary) -> {
          if (!Files.exists(summary.file().path())) {
            summary.beginAt(first.get(partition));
          } else if (summary.offset() < first.get(partition)
              || summary.offset() > end.get(partition)) {
            throw gone(partition, summary, null);
          }
        });
  }

  private static IllegalStateException gone(
      TopicPartition partition, PartitionSummary<?, ?> summary, Exception cause) {
    return new IllegalStateException(
        "%s is at offset %d, which %s does not have (any more): move the file away, and the partition is read from its beginning"
            .formatted(summary.file().path(), summary.offset(), partition),
        cause);
  }
}
