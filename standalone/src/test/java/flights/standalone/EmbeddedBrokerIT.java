package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.flight.FlightTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

  @TempDir Path folder;

  @Test
  void topicsKeepTheirMessagesAsLongAsIsAskedAlsoThoseThatAreThereAlready() throws Exception {
    List<String> topics = List.of(FlightTopics.REQUESTS);
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        Admin admin = new Kafka(broker.servers()).admin()) {
      Topics.ensure(admin, topics, 1, Duration.ofDays(30));
      await(admin, "retention.ms", "2592000000");
      await(admin, "segment.ms", "86400000");

      Topics.ensure(admin, topics, 1, Duration.ofHours(10));
      await(admin, "retention.ms", "36000000");
      await(admin, "segment.ms", "3600000");

      Topics.ensure(admin, topics, 1, Duration.ZERO);
      await(admin, "retention.ms", "-1");
    }
  }

  /** A change is accepted by the controller, and a moment later the broker tells it too. */
  private static void await(Admin admin, String name, String value) {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, FlightTopics.REQUESTS);
    Awaitility.await()
        .untilAsserted(
            () -> {
              var all = admin.describeConfigs(List.of(topic)).all().get();
              assertThat(all.get(topic).get(name).value()).isEqualTo(value);
            });
  }

  @Test
  void keepsItsTopicsAndRecordsOverARestart() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      Kafka kafka = new Kafka(broker.servers());
      try (Admin admin = kafka.admin();
          Producer<String, byte[]> producer = kafka.producer(Map.of())) {
        Topics.ensure(admin, FlightTopics.ALL, 2, Duration.ofDays(30));
        Topics.ensure(admin, FlightTopics.ALL, 2, Duration.ofDays(30));
        producer
            .send(new ProducerRecord<>(FlightTopics.REQUESTS, 0, "id", new byte[] {1, 2}))
            .get();
        assertThat(kafka.check(admin).up()).isTrue();
        assertThat(
                admin.describeTopics(List.of(FlightTopics.REQUESTS)).allTopicNames().get().values())
            .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(2));
      }
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
      ConsumerRecord<String, byte[]> record = first(broker.servers(), FlightTopics.REQUESTS);
      assertThat(record.key()).isEqualTo("id");
      assertThat(record.value()).containsExactly(1, 2);
    }
  }

  @Test
  void aBrokerThatIsNotThereIsNamedWithItsVariable() {
    Kafka kafka = new Kafka("127.0.0.1:1");
    try (Admin admin = kafka.admin()) {
      assertThat(kafka.check(admin).detail())
          .contains("127.0.0.1:1")
          .contains("KAFKA_BOOTSTRAP_SERVERS");
    }
  }

  private static ConsumerRecord<String, byte[]> first(String servers, String topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                return !seen.isEmpty();
              });
      return seen.get(0);
    }
  }
}
