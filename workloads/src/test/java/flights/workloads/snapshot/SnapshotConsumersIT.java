package flights.workloads.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.standalone.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotConsumersIT {

  private static final String TOPIC = "words";

  @TempDir static Path home;
  private static EmbeddedBroker broker;
  private static Kafka kafka;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(home.resolve("kafka"), 0);
    kafka = new Kafka(broker.servers());
    makeTopic();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private static void makeTopic() throws Exception {
    try (Admin admin = kafka.admin()) {
      Topics.ensure(admin, List.of(TOPIC), 2, Duration.ZERO);
    }
    send(0, "rain", "sun", "rain", "", "offset");
    send(1, "snow");
  }

  private static void send(int partition, String... words) throws Exception {
    try (Producer<String, byte[]> producer = kafka.producer(Map.of())) {
      for (String word : words) {
        producer
            .send(
                new ProducerRecord<>(TOPIC, partition, null, word.getBytes(StandardCharsets.UTF_8)))
            .get();
      }
    }
  }

  @Test
  void aTopicIsSummedUpAndGoneOnWith() throws Exception {
    consume(5, 1);
    assertThat(file(0))
        .hasContent(
            "{\"partition\":0,\"offset\":5,\"rain\":{\"count\":2,\"letters\":4},\"sun\":{\"count\":1,\"letters\":3}}");
    assertThat(file(1))
        .hasContent("{\"partition\":1,\"offset\":1,\"snow\":{\"count\":1,\"letters\":4}}");
    send(1, "snow");
    SummaryCounts counts = consume(5, 2);
    assertThat(counts.read()).isEqualTo(1);
    assertThat(file(1))
        .hasContent("{\"partition\":1,\"offset\":2,\"snow\":{\"count\":2,\"letters\":4}}");
    anotherTopicOfTheNameIsRefused();
  }

  private void anotherTopicOfTheNameIsRefused() throws Exception {
    try (Admin admin = kafka.admin()) {
      admin.deleteTopics(List.of(TOPIC)).all().get();
      await().until(() -> !admin.listTopics().names().get().contains(TOPIC));
    }
    makeTopic();
    assertThatThrownBy(() -> consume(5, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("of another topic, or of an earlier one of the name words");
    assertThat(file(1)).content().contains("\"offset\":2");
  }

  @Test
  void whatIsNoSummaryOfThePartitionIsRefusedAndLeft() throws Exception {
    refused("", "it is no summary");
    refused("{\"partition\":0,\"offset\":5,\"rain\":{\"count\":2,", "it is damaged, or no JSON");
    refused("{\"partition\":0,\"offset\":5}{}", "it is damaged, or no JSON");
    refused("[1, 2]", "it is no summary: partition or offset is missing");
    refused("{\"partition\":0,\"offset\":\"5\"}", "it is no summary");
    refused("{\"partition\":1,\"offset\":1}", "it is of partition 1");
    refused("{\"partition\":0,\"offset\":-1}", "its offset is -1");
    refused("{\"partition\":0,\"offset\":5,\"a\":7}", "what it has of a is no summary");
    refused("{\"partition\":0,\"offset\":5,\"a\":{\"count\":0,\"letters\":1}}", "count is 0");
    refused("{\"partition\":0,\"offset\":5,\"a\":{\"count\":1}}", "letters");
    refused("{\"partition\":0,\"offset\":500}", "is at offset 500, which words-0 does not have");
  }

  private void refused(String text, String reason) throws Exception {
    Files.writeString(file(0), text);
    assertThatThrownBy(() -> consume(5, 1))
        .as(text)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file(0).toString())
        .hasMessageContaining(reason)
        .hasMessageNotContaining("\n")
        .hasMessageContaining("move");
    assertThat(file(0)).hasContent(text);
  }

  private Path file(int partition) {
    return folder.resolve("partition-" + partition + ".json");
  }

  /** Until the files are so far. */
  private SummaryCounts consume(long first, long second) throws InterruptedException {
    try (SnapshotConsumers<String, WordCounts.WordCount> consumers =
        SnapshotConsumers.open(kafka, TOPIC, new WordCounts(), folder, 2)) {
      Thread stopper =
          new Thread(
              () -> {
                await().until(() -> isAt(0, first) && isAt(1, second));
                consumers.stop();
              });
      stopper.setDaemon(true);
      stopper.start();
      consumers.run();
      return consumers.counts();
    }
  }

  private boolean isAt(int partition, long offset) throws Exception {
    return Files.exists(file(partition))
        && Files.readString(file(partition)).contains("\"offset\":" + offset + ",");
  }
}
