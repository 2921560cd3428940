import flights.core.kafka.Kafka;
import flights.core.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/** Prints what comes on some topics from a time on, until so many messages have come. */
public class Listen {

  private static final int PATIENCE_MILLIS = 60_000;

  /** Arguments: since when in milliseconds, how many messages, topics. */
  public static void main(String[] args) {
    long since = Long.parseLong(args[0]);
    int awaited = Integer.parseInt(args[1]);
    List<String> topics = Arrays.asList(args).subList(2, args.length);
    try (var consumer = new Kafka(Settings.fromEnvironment()).consumer(Map.of())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      consumer
          .offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> since)))
          .forEach((p, found) -> { if (found != null) consumer.seek(p, found.offset()); });
      long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
      for (int come = 0; come < awaited && System.currentTimeMillis() < deadline; ) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          come++;
          var reason = message.headers().lastHeader("reason");
          System.out.printf(
              "%-12s%s%s%n",
              message.topic(),
              new String(message.value(), StandardCharsets.UTF_8),
              reason == null ? "" : "  <- " + new String(reason.value()));
        }
        if (come == 0 && System.currentTimeMillis() > deadline - 200) {
          System.err.println("no answer in a minute: is ./flights predict sentiment running?");
          System.exit(1);
        }
      }
    }
  }
}
