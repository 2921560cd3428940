package flights.workloads.weather;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** How far the reports of stations are, by the end of a topic. */
final class LastReports {

  private static final Duration POLL = Duration.ofMillis(200);

  /** Others may report to the topic too. */
  private static final int LOOKED_AT_A_STATION = 50;

  private final Kafka kafka;
  private final Set<String> stations;

  LastReports(Kafka kafka, Set<String> stations) {
    this.kafka = kafka;
    this.stations = stations;
  }

  /**
   * The latest day of which, or after which, each station has reported; {@link LocalDate#MIN} when
   * one has not been found.
   */
  LocalDate common(String topic, Function<byte[], Report> decoder) {
    Map<String, LocalDate> last = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : tail(topic)) {
      try {
        Report report = decoder.apply(record.value());
        last.merge(report.station(), report.date(), LastReports::later);
      } catch (IllegalArgumentException e) {
        // Others' messages tell nothing of our stations.
      }
    }
    last.keySet().retainAll(stations);
    return last.size() < stations.size() ? LocalDate.MIN : Collections.min(last.values());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private List<ConsumerRecord<String, byte[]>> tail(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
      List<TopicPartition> partitions = Topics.partitions(consumer, topic);
      consumer.assign(partitions);
      Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      long most = (long) LOOKED_AT_A_STATION * stations.size();
      partitions.forEach(it -> consumer.seek(it, Math.max(first.get(it), end.get(it) - most)));
      while (partitions.stream().anyMatch(it -> consumer.position(it) < end.get(it))) {
        consumer.poll(POLL).forEach(records::add);
      }
    }
    return records;
  }
}
