package flights.predictor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import flights.predictor.PredictorMain;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The predictor's process is killed, and started again, in the middle of its work. */
class KillIT {

  /** More often on demand: {@code -Dflights.test.kills=10}. */
  private static final int KILLS = Integer.getInteger("flights.test.kills", 1);

  private static final int REQUESTS = 5_000;

  @TempDir Path home;
  private Cluster cluster;
  private Process process;

  @BeforeEach
  void open() {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    cluster = new Cluster(home);
    cluster.promote("v1", 10);
    // The process that is killed is to be the only one with a Spark.
    org.apache.spark.sql.SparkSession.active().stop();
  }

  @AfterEach
  void close() {
    process.destroyForcibly();
    cluster.close();
  }

  @Test
  void everyAcceptedRequestHasOneAnswer() throws Exception {
    int each = REQUESTS / KILLS;
    for (int kill = 0; kill < KILLS; kill++) {
      start();
      int first = kill * each;
      IntStream.range(first, first + each).forEach(i -> cluster.askSoon(String.valueOf(i), i));
      await().pollInterval(Duration.ofMillis(5)).until(() -> stored() > first);
      process.destroyForcibly().waitFor();
    }
    start();
    await().until(() -> stored() == REQUESTS);

    Map<String, Document> answers =
        cluster.answers().stream()
            .collect(Collectors.toMap(found -> found.getString("_id"), Function.identity()));
    assertThat(answers).hasSize(REQUESTS);
    answers.forEach(
        (id, answer) ->
            assertThat(answer)
                .containsEntry("Id", id)
                .containsEntry("Number", Double.valueOf(id))
                .containsEntry("Product", Double.valueOf(id) * 10)
                .containsEntry("ModelVersion", "v1"));
    assertThat(cluster.rejections()).as("a repeated request is no duplicate").isEmpty();
  }

  private long stored() {
    return cluster.store.collection(Cluster.RESPONSES).countDocuments();
  }

  private void start() throws IOException {
    Path options = Path.of("..", "jvm.options").toAbsolutePath().normalize();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + options,
                "-Xmx700m",
                "-cp",
                classPath,
                PredictorMain.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.redirectOutput(new File(home.toFile(), "predictor.log"));
    builder.environment().putAll(cluster.environment);
    builder.environment().put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
    process = builder.start();
  }
}
