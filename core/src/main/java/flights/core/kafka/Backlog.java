package flights.core.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/** How many messages of a topic a consumer group has not dealt with yet. */
public final class Backlog {

  private Backlog() {}

  public static long waiting(Admin admin, String topic, String group)
      throws InterruptedException, ExecutionException {
    List<TopicPartition> partitions =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
            .map(TopicPartitionInfo::partition)
            .map(number -> new TopicPartition(topic, number))
            .toList();
    Map<TopicPartition, OffsetAndMetadata> dealtWith =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
    Map<TopicPartition, Long> next = offsets(admin, partitions, OffsetSpec.latest());
    return partitions.stream()
        .mapToLong(
            partition -> {
              OffsetAndMetadata reached = dealtWith.get(partition);
              long from = reached == null ? first.get(partition) : reached.offset();
              return Math.max(0, next.get(partition) - from);
            })
        .sum();
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws InterruptedException, ExecutionException {
    return admin
        .listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> which)))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }
}
