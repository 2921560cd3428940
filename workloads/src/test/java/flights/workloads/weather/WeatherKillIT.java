package flights.workloads.weather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.standalone.EmbeddedBroker;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Producer and consumers as processes that are killed at random moments. */
class WeatherKillIT {

  private static final int KILLS = 20;
  private static final int STATIONS = 15;
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final ReportFormat FORMAT =
      new ReportFormat(ROOT.resolve("resources/streams/weather/report.desc"));

  @TempDir Path home;
  private EmbeddedBroker broker;
  private Kafka kafka;
  private Consumer<String, byte[]> looking;
  private final Map<String, Process> processes = new HashMap<>();

  @BeforeEach
  void start() {
    broker = EmbeddedBroker.start(home.resolve("kafka"), 0);
    kafka = new Kafka(broker.servers());
    looking = kafka.consumer(Map.of());
  }

  @AfterEach
  void stop() {
    processes.values().forEach(Process::destroyForcibly);
    looking.close();
    broker.close();
  }

  @Test
  void nothingIsCountedTwiceOrLeftOutAndNobodySeesHalfAFile() throws Exception {
    List<String> produce =
        List.of("produce", "--days-per-second", "300", "--repeats", "20", "--seed", "5");
    List<String> consume = List.of("consume", "--to", summaries().toString());
    begin(produce);
    begin(consume);
    Random random = new Random(11);
    TightReader reader = new TightReader(summaries());
    reader.start();
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> killed = random.nextBoolean() ? produce : consume;
      long moment = progress(killed) + 1 + random.nextInt(1_500);
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> progress(killed) >= moment);
      end(killed);
      begin(killed);
    }
    end(produce);
    List<Report> reports = reports();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(progress(consume)).isEqualTo(reports.size()));
    end(consume);

    assertThat(reader.end()).as("whole files seen").isGreaterThan(1_000);
    Map<String, TreeMap<LocalDate, Double>> days = days(reports);
    assertThat(reports.size())
        .as("some are repeats")
        .isGreaterThan(days.values().stream().mapToInt(Map::size).sum() * 11 / 10);
    assertThat(found()).hasSize(STATIONS).isEqualTo(recount(days));
  }

  private Path summaries() {
    return home.resolve("summaries");
  }

  /** Of a consumer, what its files tell; of the producer, what the topic has. */
  private long progress(List<String> command) throws IOException {
    if (command.get(0).equals("produce")) {
      return ends().values().stream().mapToLong(it -> it).sum();
    }
    long sum = 0;
    for (JsonNode file : files()) {
      sum += file.get("offset").asLong();
    }
    return sum;
  }

  private List<JsonNode> files() throws IOException {
    List<JsonNode> files = new ArrayList<>();
    for (int partition = 0; partition < StationTopics.PARTITIONS; partition++) {
      Path file = summaries().resolve("partition-" + partition + ".json");
      if (Files.exists(file)) {
        files.add(new ObjectMapper().readTree(file.toFile()));
        assertThat(files.get(files.size() - 1).get("partition").asInt()).isEqualTo(partition);
      }
    }
    return files;
  }

  private Map<String, StationSummary> found() throws IOException {
    Map<String, StationSummary> found = new TreeMap<>();
    for (JsonNode file : files()) {
      for (Map.Entry<String, JsonNode> field : file.properties()) {
        if (field.getValue().isObject()) {
          JsonNode told = field.getValue();
          StationSummary summary =
              new StationSummary(
                  told.get("sum").asDouble(),
                  told.get("count").asLong(),
                  told.get("avg").asDouble(),
                  told.get("start").asText(),
                  told.get("end").asText());
          assertThat(found.put(field.getKey(), summary)).isNull();
        }
      }
    }
    return found;
  }

  private Map<TopicPartition, Long> ends() {
    List<TopicPartition> partitions =
        IntStream.range(0, StationTopics.PARTITIONS)
            .mapToObj(it -> new TopicPartition(StationTopics.PROTOBUF, it))
            .toList();
    return looking.listTopics().containsKey(StationTopics.PROTOBUF)
        ? looking.endOffsets(partitions)
        : Map.of();
  }

  /** All of the topic, each partition in its order. */
  private List<Report> reports() {
    List<Report> reports = new ArrayList<>();
    Map<TopicPartition, Long> ends = ends();
    try (Consumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
      consumer.assign(Topics.partitions(consumer, StationTopics.PROTOBUF));
      consumer.seekToBeginning(consumer.assignment());
      while (ends.entrySet().stream()
          .anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          reports.add(FORMAT.ofProtobuf(record.value()));
        }
      }
    }
    return reports;
  }

  /** Each date once; none may be missing. */
  private static Map<String, TreeMap<LocalDate, Double>> days(List<Report> reports) {
    Map<String, TreeMap<LocalDate, Double>> days = new TreeMap<>();
    for (Report report : reports) {
      days.computeIfAbsent(report.station(), it -> new TreeMap<>())
          .put(report.date(), report.degrees());
    }
    days.values()
        .forEach(
            it ->
                assertThat(it)
                    .hasSize((int) (it.lastKey().toEpochDay() - it.firstKey().toEpochDay()) + 1));
    return days;
  }

  private static Map<String, StationSummary> recount(Map<String, TreeMap<LocalDate, Double>> days) {
    Map<String, StationSummary> recount = new TreeMap<>();
    days.forEach(
        (station, degrees) -> {
          double sum = 0;
          for (double value : degrees.values()) {
            sum += value;
          }
          recount.put(
              station,
              new StationSummary(
                  sum,
                  degrees.size(),
                  sum / degrees.size(),
                  degrees.firstKey().toString(),
                  degrees.lastKey().toString()));
        });
    return recount;
  }

  private void begin(List<String> words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dflights.root=" + ROOT,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                WeatherMain.class.getName()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(new File(home.toFile(), words.get(0) + ".log")));
    builder
        .environment()
        .putAll(
            Map.of("FLIGHTS_HOME", home.toString(), "KAFKA_BOOTSTRAP_SERVERS", broker.servers()));
    processes.put(words.get(0), builder.start());
  }

  /** As kill -9 does. It must have been alive: one that has given up shows nothing. */
  private void end(List<String> words) throws Exception {
    Process process = processes.remove(words.get(0));
    assertThat(process.isAlive())
        .as(() -> words.get(0) + " lives; it said: " + said(words.get(0)))
        .isTrue();
    process.destroyForcibly().waitFor();
  }

  private String said(String name) {
    try {
      return Files.readString(home.resolve(name + ".log"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
