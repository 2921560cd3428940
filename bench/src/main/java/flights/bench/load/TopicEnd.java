package flights.bench.load;

import flights.core.kafka.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** The present end of a topic, from which a consumer is to read. */
public final class TopicEnd {

  private TopicEnd() {}

  /** Returns the topic's partitions, when the consumer stands at the end of each. */
  public static List<TopicPartition> seek(Consumer<?, ?> consumer, String topic) {
    List<TopicPartition> partitions = Topics.partitions(consumer, topic);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return partitions;
  }
}
