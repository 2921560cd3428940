package flights.sql.query;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Shows the messages of a topic as they are, for people. */
public final class TopicPrinter {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Settings settings;
  private final PrintStream out;

  public TopicPrinter(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Returns when so many are shown. */
  public void print(String topic, boolean fromBeginning, long most) {
    try (Consumer<String, byte[]> consumer = new Kafka(settings).consumer(Map.of())) {
      List<TopicPartition> partitions = Topics.partitions(consumer, topic);
      consumer.assign(partitions);
      if (fromBeginning) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
      }
      for (long shown = 0; shown < most; ) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
          if (shown++ < most) {
            out.println(line(message));
          }
        }
      }
    }
  }

  private static String line(ConsumerRecord<String, byte[]> message) {
    String value =
        message.value() == null ? "null" : new String(message.value(), StandardCharsets.UTF_8);
    return "%s %s: %s".formatted(Instant.ofEpochMilli(message.timestamp()), message.key(), value);
  }
}
