package flights.predictor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store or the broker is away for a while, and what was accepted is answered after. */
class OutageIT {

  /** Longer on demand: {@code -Dflights.test.outage=60}. */
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("flights.test.outage", 5));

  @TempDir static Path home;
  private static Cluster cluster;
  private static RunningServing serving;
  private String test;

  @BeforeAll
  static void serve() {
    Awaitility.setDefaultTimeout(Duration.ofMinutes(2));
    cluster = new Cluster(home);
    cluster.promote("v1", 10);
    serving = new RunningServing(cluster.settings, TriggerMode.REAL_TIME);
  }

  @AfterAll
  static void close() {
    serving.close();
    cluster.close();
  }

  @BeforeEach
  void ask() {
    test = Instant.now() + "-";
    cluster.ask(test + "before", 1);
    await().until(() -> answered() == 1);
  }

  @Test
  void theStoreIsAway() {
    cluster.stopStore();
    IntStream.range(0, 500).forEach(i -> cluster.ask(test + i, i));
    CompletableFuture.delayedExecutor(OUTAGE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
        .execute(cluster::startStore);

    await().until(() -> answered() == 501);
    assertThat(serving.run()).isNotDone();
  }

  @Test
  void theBrokerIsAway() {
    cluster.stopBroker();
    CompletableFuture<Void> back =
        CompletableFuture.runAsync(
            cluster::startBroker,
            CompletableFuture.delayedExecutor(
                OUTAGE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS));
    back.join();
    cluster.ask(test + "after", 1);

    await().until(() -> answered() == 2);
    assertThat(serving.run()).isNotDone();
  }

  private long answered() {
    try {
      return cluster.answers().stream()
          .map((Document answer) -> answer.getString("_id"))
          .filter(id -> id.startsWith(test))
          .count();
    } catch (com.mongodb.MongoException e) {
      return -1;
    }
  }
}
