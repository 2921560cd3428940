package flights.model.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import flights.core.progress.Display;
import flights.core.progress.Snapshot;
import flights.model.SparkForTests;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final SparkContext spark = SparkForTests.session().sparkContext();
  private final Seen seen = new Seen();
  private final Map<String, Double> watched = new ConcurrentHashMap<>();
  private final Progress progress =
      new Progress(
          spark,
          new Plan(List.of(new Stage("reading", 1), new Stage("fitting", 3))),
          seen,
          watched::put);

  @AfterEach
  void close() {
    progress.close();
  }

  @Test
  void eachJobOfSparkBringsTheStageForward() {
    progress.stage(
        "reading",
        () -> {
          count();
          awaitShown(now -> now.done() == 0.25 * 1 / 2);
          count();
          return awaitShown(now -> now.done() == 0.25 * 2 / 3);
        });
  }

  @Test
  void whatIsToldGoesBeforeWhatIsCounted() {
    progress.stage(
        "fitting",
        () -> {
          count();
          progress.rows(700);
          progress.at(7, 10);
          return awaitShown(now -> now.done() == 0.25 + 0.75 * 0.7 && now.rows() == 700);
        });
  }

  @Test
  void whoWatchesIsToldToo() {
    progress.stage(
        "fitting",
        () -> {
          progress.at(1, 3);
          await().until(() -> watched.getOrDefault("fitting", 0.0) == 0.25 + 0.75 / 3);
          return null;
        });
  }

  @Test
  void theStagesBeforeAreDone() {
    progress.stage("fitting", () -> awaitShown(now -> now.done() == 0.25 && now.number() == 2));
  }

  @Test
  void aStageThatWasNotPlannedHasNoPercent() {
    progress.stage("resting", () -> awaitShown(now -> Double.isNaN(now.done())));
  }

  @Test
  void jobsOfOthersDoNotCount() {
    count();
    progress.stage("reading", () -> awaitShown(now -> now.done() == 0));
  }

  @Test
  void aStageGivesBackWhatItHasMadeOrThrown() throws IOException {
    assertThat(progress.<String, IOException>stage("reading", () -> "rows")).isEqualTo("rows");
    assertThatThrownBy(
            () ->
                progress.stage(
                    "fitting",
                    () -> {
                      throw new IOException("no disk left");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(spark.getLocalProperty(WorkListener.WORK)).isNull();
  }

  @Test
  void nothingIsShownAfterTheEnd() {
    progress.close();

    assertThat(seen.closed).isTrue();
  }

  private static void count() {
    SparkForTests.session().range(0, 100, 1, 4).javaRDD().count();
  }

  private Snapshot awaitShown(Predicate<Snapshot> wanted) {
    return await()
        .until(
            () -> seen.all.isEmpty() ? null : seen.all.get(seen.all.size() - 1),
            now -> now != null && wanted.test(now));
  }

  /** A display that remembers what it was to show. */
  private static final class Seen implements Display {

    private final List<Snapshot> all = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    @Override
    public Duration every() {
      return Duration.ofMillis(10);
    }

    @Override
    public void running(Snapshot now) {
      all.add(now);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
