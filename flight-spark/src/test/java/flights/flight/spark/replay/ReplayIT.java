package flights.flight.spark.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.flight.FlightTopics;
import flights.flight.event.FlightEvent;
import flights.flight.event.FlightEventType;
import flights.model.command.RefusedException;
import flights.standalone.EmbeddedBroker;
import flights.testing.SparkForTests;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundled day, on a real broker. */
class ReplayIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String BUNDLED = ROOT.resolve(Path.of("resources", "data")).toString();
  // Daylight saving time begins.
  private static final LocalDate DAY = LocalDate.parse("2013-03-10");

  private final SparkSession spark = SparkForTests.session();

  @TempDir Path folder;

  @Test
  void aDayIsPlayedAsItHappenedAtEachSpeed() throws Exception {
    ReplayDays days = new ReplayDays(BUNDLED, DAY, 1);
    try (ReplayFile file = days.prepare(spark, folder).file();
        ReplayFile again = days.prepare(spark, folder).file();
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
      assertThat(again.path()).hasSameBinaryContentAs(file.path());
      assertAsInTheFile(file);

      Settings settings =
          Settings.of(
              Map.of(
                  "KAFKA_BOOTSTRAP_SERVERS", broker.servers(), "FLIGHTS_HOME", folder.toString()));
      play(file, settings, 0);
      play(file, settings, ReplayClock.FASTEST);
      assertPlayedTwice(file, settings);
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.jsonl");
  }

  private static void assertPlayedTwice(ReplayFile file, Settings settings) throws IOException {
    try (Consumer<String, byte[]> consumer = new Kafka(settings).consumer(Map.of())) {
      List<String> all = new ArrayList<>();
      for (TopicPartition partition : Topics.partitions(consumer, FlightTopics.EVENTS)) {
        List<String> messages = messages(consumer, partition);
        int half = messages.size() / 2;
        assertThat(messages.subList(half, messages.size())).isEqualTo(messages.subList(0, half));
        all.addAll(messages.subList(0, half));
        assertThat(messages.subList(0, half)).extracting(message -> event(message).at()).isSorted();
      }
      assertThat(all).containsExactlyInAnyOrderElementsOf(Files.readAllLines(file.path()));
    }
  }

  /** Each with its flight's key. */
  private static List<String> messages(
      Consumer<String, byte[]> consumer, TopicPartition partition) {
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    List<String> messages = new ArrayList<>();
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
        String message = new String(record.value(), StandardCharsets.UTF_8);
        assertThat(record.key()).isEqualTo(event(message).key());
        messages.add(message);
      }
    }
    return messages;
  }

  /** By the columns of the file that the reader of flights does not look at. */
  private void assertAsInTheFile(ReplayFile file) throws IOException {
    Row counts =
        spark
            .read()
            .parquet(BUNDLED + "/flights.parquet")
            .where("year = 2013 and month = 3 and day = 10")
            .selectExpr(
                "count(*)",
                "count(dep_delay)",
                "count(arr_delay)",
                "count_if(dep_time is null)",
                "double(sum(unix_seconds(time_hour) + 60 * pmod(sched_dep_time, 100) + 60 * dep_delay))")
            .first();
    Map<FlightEventType, List<FlightEvent>> events =
        events(file).stream().collect(Collectors.groupingBy(FlightEvent::type));

    assertThat(file.flights()).isEqualTo(counts.getLong(0));
    assertThat(events.get(FlightEventType.SCHEDULED)).hasSize((int) counts.getLong(0));
    assertThat(events.get(FlightEventType.DEPARTED)).hasSize((int) counts.getLong(1));
    assertThat(events.get(FlightEventType.ARRIVED)).hasSize((int) counts.getLong(2));
    assertThat(events.get(FlightEventType.CANCELLED)).hasSize((int) counts.getLong(3));
    double departures =
        events.get(FlightEventType.DEPARTED).stream()
            .mapToDouble(event -> event.at().getEpochSecond())
            .sum();
    assertThat(departures).isEqualTo(counts.getDouble(4));
    assertThat(events(file)).isSorted();
  }

  @Test
  void aDayThatIsNotThereIsNamed() {
    assertThatThrownBy(
            () -> new ReplayDays(BUNDLED, LocalDate.parse("2014-01-01"), 2).prepare(spark, folder))
        .isInstanceOf(RefusedException.class)
        .hasMessage(BUNDLED + " has no flights from 2014-01-01 to 2014-01-02");
  }

  @Test
  void aDayOfTheWholeUnitedStatesIsPlayed() throws IOException {
    Path us2008 = ROOT.resolveSibling("shared").resolve(Path.of("data", "us2008"));
    assumeThat(us2008).as("the flights of 2008").exists();

    ReplayDays days =
        new ReplayDays(
            us2008.resolve(Path.of("year=2008", "month=4")).toString(),
            LocalDate.parse("2008-04-01"),
            1);
    ReplayDays.Prepared prepared = days.prepare(spark, folder);

    assertThat(prepared.file().flights()).isGreaterThan(19_000);
    assertThat(prepared.leftOut()).isZero();
    assertThat(prepared.file().begin())
        .isBetween(Instant.parse("2008-03-31T12:00:00Z"), Instant.parse("2008-04-01T05:00:00Z"));
  }

  private static void play(ReplayFile file, Settings settings, double speed) throws Exception {
    try (EventSender sender = EventSender.open(settings)) {
      ReplayClock clock = new ReplayClock(file.begin(), speed, System::nanoTime);
      PrintStream silent =
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
      new Replay(file, clock, sender, silent).play();
    }
  }

  private static List<FlightEvent> events(ReplayFile file) throws IOException {
    return Files.readAllLines(file.path()).stream().map(ReplayIT::event).toList();
  }

  private static FlightEvent event(String message) {
    return FlightEvent.read(message.getBytes(StandardCharsets.UTF_8));
  }
}
