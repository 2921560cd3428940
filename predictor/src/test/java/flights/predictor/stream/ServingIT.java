package flights.predictor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonProperty;
import flights.core.heartbeat.Figures;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.json.Json;
import flights.core.kafka.Backlog;
import flights.core.kafka.DeadLetters;
import flights.core.registry.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The predictor as it runs, on a real broker, a store and Spark. */
class ServingIT {

  @TempDir static Path home;
  private static Cluster cluster;

  private RunningServing serving;
  private Instant begun;
  private String test;

  @BeforeAll
  static void open() {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    cluster = new Cluster(home);
    cluster.promote("v1", 10);
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  @BeforeEach
  void start() {
    begun = Instant.now();
    test = begun + "-";
    cluster.registry.promote(Cluster.MODEL, "v1", "for the test");
    serve();
  }

  @AfterEach
  void stop() {
    serving.close();
  }

  @Test
  void answersAreStoredAndSent() {
    cluster.ask(test + "a", 2);

    Document stored = cluster.awaitAnswer(test + "a");
    assertThat(stored)
        .containsEntry("Number", 2.0)
        .containsEntry("Product", 20.0)
        .containsEntry("ModelVersion", "v1");
    await().untilAsserted(() -> assertThat(sent(test + "a")).isPresent());
    assertThat(Json.read(sent(test + "a").orElseThrow().value(), Map.class))
        .containsEntry("Product", 20.0);
  }

  @Test
  void whatItDoesIsTold() {
    long before = heartbeat().map(Heartbeat::figures).map(Figures::restarts).orElse(-1L);
    cluster.ask(test + "a", 2);
    cluster.send(null, new byte[] {1});
    cluster.awaitAnswer(test + "a");

    await()
        .untilAsserted(
            () -> {
              Figures told = heartbeat().orElseThrow().figures();
              assertThat(told.trigger()).isEqualTo("realtime");
              assertThat(told.requests()).isEqualTo(2);
              assertThat(told.predictions()).isEqualTo(1);
              assertThat(told.rejected()).isEqualTo(1);
              assertThat(told.waiting()).isZero();
              assertThat(told.restarts()).isGreaterThanOrEqualTo(before);
              assertThat(told.latency().p99Millis()).isPositive();
            });
  }

  @Test
  void badMessagesAreKeptWithTheirReasonAndTheOthersAnswered() {
    byte[] bad =
        "{\"Id\":\"%sbad\",\"Number\":\"two\"}".formatted(test).getBytes(StandardCharsets.UTF_8);
    byte[] worse = {(byte) 0xff, 0, 1};
    cluster.ask(test + "before", 1);
    cluster.send("bad", bad);
    cluster.send("worse", worse);
    cluster.ask(test + "after", 3);

    assertThat(cluster.awaitAnswer(test + "before")).containsEntry("Product", 10.0);
    assertThat(cluster.awaitAnswer(test + "after")).containsEntry("Product", 30.0);
    await()
        .untilAsserted(
            () ->
                assertThat(cluster.rejections())
                    .anySatisfy(
                        rejected ->
                            assertThat(rejected)
                                .containsEntry("_id", test + "bad")
                                .containsEntry("Reason", "Number is not a number")));
    await().until(() -> letters(bad).size() == 1 && letters(worse).size() == 1);
    ConsumerRecord<String, byte[]> letter = letters(worse).get(0);
    assertThat(letter.key()).isNull();
    assertThat(Cluster.header(letter, DeadLetters.REASON))
        .isEqualTo("the message is not UTF-8 text");
    assertThat(Cluster.header(letter, DeadLetters.TOPIC)).isEqualTo(Cluster.REQUESTS);
    assertThat(Cluster.header(letter, DeadLetters.OFFSET)).matches("\\d+");
  }

  @Test
  void whenTheChampionMovesNoRequestIsLost() {
    cluster.promote("v2-" + test.hashCode(), 100);
    int asked = 0;
    Instant deadline = Instant.now().plusSeconds(60);
    while (versionsThatAnswered().size() < 2) {
      assertThat(deadline).as("for two versions to answer").isAfter(Instant.now());
      cluster.ask(test + asked++, 1);
    }
    int all = asked;
    await().until(() -> answered().size() == all);

    assertThat(answered())
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .containsEntry(
                        "Product", answer.get("ModelVersion").equals("v1") ? 10.0 : 100.0));
  }

  @Test
  void aVersionThatCannotBeReadIsRefusedAndTheOldOneGoesOn() {
    cluster.ask(test + "before", 1);
    cluster.awaitAnswer(test + "before");
    awaitServing("v1");
    String broken = "broken-" + test.hashCode();
    cluster.registry.register(
        new ModelVersion(
            Cluster.MODEL,
            broken,
            home.resolve("nowhere").toUri().toString(),
            Instant.now(),
            Map.of()));
    cluster.registry.promote(Cluster.MODEL, broken, "for the test");

    await()
        .untilAsserted(
            () -> {
              Heartbeat told = heartbeat().orElseThrow();
              // The folder's own name: another test's heartbeat may still be there.
              assertThat(told.trouble())
                  .contains("there is no whole model package", home.getFileName().toString());
              assertThat(told.version()).isEqualTo("v1");
            });
    cluster.ask(test + "after", 1);
    assertThat(cluster.awaitAnswer(test + "after")).containsEntry("ModelVersion", "v1");
  }

  @Test
  void itGoesOnWhereItWasAfterARestart() {
    IntStream.range(0, 50).forEach(i -> cluster.ask(test + i, i));
    await().until(() -> answered().size() == 50);
    stop();
    IntStream.range(50, 100).forEach(i -> cluster.ask(test + i, i));
    serve();

    await().until(() -> answered().size() == 100);
    assertThat(sentSince(test).keySet()).hasSize(100);
    assertThat(sentSince(test).values()).as("answered once each").containsOnly(1L);
  }

  /** Who listens on Kafka and who looks into the store are told the same. */
  @Test
  void whatIsToldAgainIsWhatWasStored() throws Exception {
    String id = test + "a";
    cluster.ask(id, 1);
    cluster.awaitAnswer(id);
    stop();
    cluster.promote("another", 1000);
    cluster.forgetCheckpoint();
    serve();

    await().until(() -> sentSince(id).getOrDefault(id, 0L) == 2);
    List<Answer> told =
        cluster.messages(Cluster.RESPONSES).stream()
            .filter(message -> message.key().equals(id))
            .map(message -> Json.read(message.value(), Answer.class))
            .toList();
    assertThat(told).hasSize(2).containsOnly(told.get(0));
    assertThat(told.get(0).version()).isEqualTo("v1");
  }

  private record Answer(
      @JsonProperty("Id") String id,
      @JsonProperty("Number") double number,
      @JsonProperty("Product") double product,
      @JsonProperty("ModelVersion") String version) {}

  @Test
  void requestsThatKafkaHasLostAreToldWithTheWayOut() throws Exception {
    cluster.ask(test + "a", 1);
    cluster.awaitAnswer(test + "a");
    stop();
    IntStream.range(0, 20).forEach(i -> cluster.ask(test + "lost" + i, i));
    cluster.forgetMessages(Cluster.REQUESTS);
    serve();

    assertThatThrownBy(serving::awaitEnd)
        .hasMessageContaining("are no longer on Kafka")
        .hasMessageContaining("delete that folder");
    cluster.forgetCheckpoint();
    serve();
    cluster.ask(test + "b", 2);
    assertThat(cluster.awaitAnswer(test + "b")).containsEntry("Product", 20.0);
  }

  @Test
  void kafkaKnowsHowManyWait() throws Exception {
    cluster.ask(test + "a", 1);
    cluster.awaitAnswer(test + "a");
    try (Admin admin = cluster.kafka.admin()) {
      await()
          .untilAsserted(
              () -> assertThat(Backlog.waiting(admin, Cluster.REQUESTS, Cluster.MODEL)).isZero());
      stop();
      cluster.ask(test + "b", 1);
      assertThat(Backlog.waiting(admin, Cluster.REQUESTS, Cluster.MODEL)).isEqualTo(1);
      serve();
      cluster.awaitAnswer(test + "b");
    }
  }

  private void serve() {
    serving = new RunningServing(cluster.settings, TriggerMode.REAL_TIME);
  }

  /**
   * An answer alone does not tell that this test's predictor serves: a task of the one before,
   * whose Spark has been stopped, may have given it with its last breath.
   */
  private void awaitServing(String version) {
    await()
        .until(
            this::heartbeat,
            told ->
                told.filter(h -> version.equals(h.version()) && h.figures().since().isAfter(begun))
                    .isPresent());
  }

  private Optional<Heartbeat> heartbeat() {
    return new Heartbeats(cluster.store).latest(Heartbeat.predictor(Cluster.MODEL));
  }

  private List<Document> answered() {
    return cluster.answers().stream()
        .filter(answer -> answer.getString("_id").startsWith(test))
        .toList();
  }

  private Set<String> versionsThatAnswered() {
    return answered().stream()
        .map(answer -> answer.getString("ModelVersion"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Optional<ConsumerRecord<String, byte[]>> sent(String id) {
    return cluster.messages(Cluster.RESPONSES).stream().filter(m -> m.key().equals(id)).findFirst();
  }

  private static Map<String, Long> sentSince(String prefix) {
    return cluster.messages(Cluster.RESPONSES).stream()
        .map(ConsumerRecord::key)
        .filter(key -> key.startsWith(prefix))
        .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
  }

  private static List<ConsumerRecord<String, byte[]>> letters(byte[] original) {
    return cluster.messages(Cluster.ERRORS).stream()
        .filter(letter -> java.util.Arrays.equals(letter.value(), original))
        .toList();
  }
}
