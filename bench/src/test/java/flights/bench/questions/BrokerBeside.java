package flights.bench.questions;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.flight.FlightTopics;
import flights.standalone.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** A broker that runs beside a store, and must not mind what that one is asked. */
record BrokerBeside(EmbeddedBroker broker) implements AutoCloseable {

  static BrokerBeside start(Path folder) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
    try (Admin admin = new Kafka(broker.servers()).admin()) {
      Topics.ensure(admin, FlightTopics.ALL, 1, Duration.ZERO);
    }
    return new BrokerBeside(broker);
  }

  void givesWhatItTakes() throws Exception {
    String value = UUID.randomUUID().toString();
    try (Producer<String, byte[]> producer = new Kafka(broker.servers()).producer(Map.of())) {
      RecordMetadata sent =
          producer
              .send(
                  new ProducerRecord<>(
                      FlightTopics.REQUESTS, 0, "id", value.getBytes(StandardCharsets.UTF_8)))
              .get();
      assertThat(read(sent).value()).isEqualTo(value);
    }
  }

  private ConsumerRecord<String, String> read(RecordMetadata sent) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.servers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
      consumer.assign(List.of(partition));
      consumer.seek(partition, sent.offset());
      return Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> consumer.poll(Duration.ofMillis(200)).records(partition),
              records -> !records.isEmpty())
          .get(0);
    }
  }

  @Override
  public void close() {
    broker.close();
  }
}
