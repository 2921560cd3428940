package flights.predictor.answer;

import org.apache.kafka.common.TopicPartition;

/** Where a request stands on Kafka, by which it is told from every other one. */
record RequestPosition(TopicPartition partition, long offset) {

  /** As a stored prediction says which request it answers: {@code topic/partition/offset}. */
  String words() {
    return partition.topic() + "/" + partition.partition() + "/" + offset;
  }
}
