package flights.predictor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import flights.core.files.Folders;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.kafka.Backlog;
import flights.core.kafka.Topics;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.spark.sql.SparkSession;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two models in one process: what happens to one leaves the other alone. */
class SeveralModelsIT {

  private static final String OTHER = "add";

  @TempDir Path home;
  private Cluster cluster;

  @BeforeEach
  void open() {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    cluster = new Cluster(home);
    cluster.promote("v1", 10);
  }

  @AfterEach
  void close() {
    cluster.close();
  }

  @Test
  void bothAnswerAndEachIsToldOfByItself() throws Exception {
    cluster.promote(OTHER, "o1", "Number + 1");
    try (RunningServing serving = serve(TriggerMode.REAL_TIME)) {
      cluster.ask("a", 2);
      cluster.askOf(OTHER, "a", 2);
      cluster.askOf(OTHER, "b", 3);

      assertThat(cluster.awaitAnswer("a")).containsEntry("Product", 20.0);
      assertThat(cluster.awaitAnswerOf(OTHER, "a")).containsEntry("Product", 3.0);
      assertThat(cluster.awaitAnswerOf(OTHER, "b")).containsEntry("Product", 4.0);
      await()
          .untilAsserted(
              () -> {
                Heartbeat one = heartbeat(Cluster.MODEL);
                Heartbeat other = heartbeat(OTHER);
                assertThat(one.version()).isEqualTo("v1");
                assertThat(one.figures().predictions()).isEqualTo(1);
                assertThat(one.figures().waiting()).isZero();
                assertThat(other.version()).isEqualTo("o1");
                assertThat(other.figures().predictions()).isEqualTo(2);
                assertThat(other.figures().waiting()).isZero();
                assertThat(other.trouble()).isNull();
              });
      assertThat(serving.run()).isNotDone();
    }
    assertThat(partitionsOf(OTHER + ".errors")).isEqualTo(cluster.settings.partitions());
  }

  @Test
  void oneMovesToAnotherVersionAndTheOtherStreamStays() throws Exception {
    cluster.promote(OTHER, "o1", "Number + 1");
    try (RunningServing serving = serve(TriggerMode.REAL_TIME)) {
      cluster.askOf(OTHER, "before", 1);
      cluster.awaitAnswerOf(OTHER, "before");
      var stream = streamOf(OTHER);
      cluster.ask("before", 1);
      cluster.awaitAnswer("before");

      cluster.promote("v2", 100);
      await().until(() -> "v2".equals(heartbeat(Cluster.MODEL).version()));

      cluster.ask("after", 1);
      cluster.askOf(OTHER, "after", 1);
      assertThat(cluster.awaitAnswer("after")).containsEntry("Product", 100.0);
      assertThat(cluster.awaitAnswerOf(OTHER, "after")).containsEntry("Product", 2.0);
      assertThat(streamOf(OTHER)).isEqualTo(stream);
    }
  }

  @Test
  void oneThatHasNoVersionYetIsWaitedFor() throws Exception {
    try (RunningServing serving = serve(TriggerMode.REAL_TIME)) {
      cluster.ask("a", 2);
      cluster.awaitAnswer("a");
      awaitTrouble(OTHER, "no version of add is registered yet: ./flights train add makes one");

      cluster.promote(OTHER, "o1", "Number + 1");
      await().until(() -> "o1".equals(heartbeat(OTHER).version()));
      cluster.askOf(OTHER, "a", 2);
      assertThat(cluster.awaitAnswerOf(OTHER, "a")).containsEntry("Product", 3.0);
    }
  }

  @Test
  void oneWhosePackageCannotBeReadDoesNotStopTheOther() {
    cluster.registry.register(
        new ModelVersion(
            OTHER, "gone", home.resolve("gone").toUri().toString(), Instant.now(), Map.of()));
    cluster.registry.promote(OTHER, "gone", "for the test");
    try (RunningServing serving = serve(TriggerMode.REAL_TIME)) {
      awaitTrouble(OTHER, "there is no whole model package");
      cluster.ask("a", 2);

      assertThat(cluster.awaitAnswer("a")).containsEntry("Product", 20.0);
      assertThat(heartbeat(Cluster.MODEL).trouble()).isNull();
      assertThat(serving.run()).isNotDone();
    }
  }

  @Test
  void oneWhoseStreamBreaksAgainAndAgainDoesNotStopTheOther() throws Exception {
    cluster.promote(OTHER, "o1", "if(Number = 13, raise_error('thirteen'), Number + 1)");
    try (RunningServing serving = serve(TriggerMode.REAL_TIME)) {
      cluster.askOf(OTHER, "a", 1);
      cluster.awaitAnswerOf(OTHER, "a");
      cluster.askOf(OTHER, "bad", 13);
      awaitTrouble(OTHER, "the stream has broken");
      cluster.ask("a", 2);
      assertThat(cluster.awaitAnswer("a")).containsEntry("Product", 20.0);
      assertThat(heartbeat(Cluster.MODEL).figures().restarts()).isZero();

      cluster.promote(OTHER, "o2", "Number + 2");
      assertThat(cluster.awaitAnswerOf(OTHER, "bad")).containsEntry("Product", 15.0);
    }
  }

  /** Alone it would end the process. */
  @Test
  void oneThatFailsForGoodIsTakenUpAgainOnceItIsMended() throws Exception {
    cluster.promote(OTHER, "o1", "Number + 1");
    Path notes = home.resolve("checkpoints").resolve(OTHER);
    new Checkpoint(notes).prepare(new Checkpoint.Topic("elsewhere", "id"));
    try (RunningServing serving = serve(TriggerMode.REAL_TIME)) {
      awaitTrouble(OTHER, "is of the topic elsewhere");
      cluster.ask("a", 2);
      assertThat(cluster.awaitAnswer("a")).containsEntry("Product", 20.0);

      Folders.delete(notes);
      await().until(() -> "o1".equals(heartbeat(OTHER).version()));
      cluster.askOf(OTHER, "a", 2);
      assertThat(cluster.awaitAnswerOf(OTHER, "a")).containsEntry("Product", 3.0);
      assertThat(serving.run()).isNotDone();
    }
  }

  @Test
  void whenAllHaveFailedTheProcessEnds() {
    cluster.promote(OTHER, "o1", "Number + 1");
    for (String model : List.of(Cluster.MODEL, OTHER)) {
      new Checkpoint(home.resolve("checkpoints").resolve(model))
          .prepare(new Checkpoint.Topic("elsewhere", "id"));
    }
    try (RunningServing serving = serve(TriggerMode.REAL_TIME)) {
      assertThatThrownBy(serving::awaitEnd).hasMessageContaining("is of the topic elsewhere");
    }
  }

  @Test
  void whatIsThereIsAnsweredOfAllAndWhatCouldNotIsTold() throws Exception {
    cluster.promote(OTHER, "o1", "Number + 1");
    try (Admin admin = cluster.kafka.admin()) {
      Topics.ensure(admin, Set.of(OTHER + ".requests"), 2, Duration.ofDays(1));
    }
    cluster.ask("a", 2);
    cluster.askOf(OTHER, "a", 2);
    try (RunningServing serving =
        serve(TriggerMode.AVAILABLE_NOW, Cluster.MODEL + "," + OTHER + ",none")) {
      assertThatThrownBy(serving::awaitEnd).hasMessageContaining("no version of none");
    }

    assertThat(cluster.awaitAnswer("a")).containsEntry("Product", 20.0);
    assertThat(cluster.awaitAnswerOf(OTHER, "a")).containsEntry("Product", 3.0);
    try (Admin admin = cluster.kafka.admin()) {
      assertThat(Backlog.waiting(admin, Cluster.REQUESTS, Cluster.MODEL)).isZero();
      assertThat(Backlog.waiting(admin, OTHER + ".requests", OTHER)).isZero();
    }
  }

  private RunningServing serve(TriggerMode trigger) {
    return serve(trigger, Cluster.MODEL + "," + OTHER);
  }

  private RunningServing serve(TriggerMode trigger, String models) {
    // The one that has written the packages has too few slots.
    SparkSession.active().stop();
    Map<String, String> environment = new HashMap<>(cluster.environment);
    environment.put("FLIGHTS_MODELS", models);
    return new RunningServing(Settings.of(environment), trigger);
  }

  private static java.util.UUID streamOf(String model) {
    return List.of(SparkSession.active().streams().active()).stream()
        .filter(query -> query.name().equals(model))
        .findFirst()
        .orElseThrow()
        .runId();
  }

  private Heartbeat heartbeat(String model) {
    return new Heartbeats(cluster.store).latest(Heartbeat.predictor(model)).orElseThrow();
  }

  private void awaitTrouble(String model, String words) {
    await()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(heartbeat(model).trouble()).contains(words));
  }

  private int partitionsOf(String topic) throws Exception {
    try (Admin admin = cluster.kafka.admin()) {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get()
          .get(topic)
          .partitions()
          .size();
    }
  }
}
