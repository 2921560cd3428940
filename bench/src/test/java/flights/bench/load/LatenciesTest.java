package flights.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.bench.report.Result;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies latencies = new Latencies();

  @Test
  void percentilesAreThoseOfAll() {
    addMillis(1, 1_000);

    assertThat(latencies.count()).isEqualTo(1_000);
    assertThat(latencies.percentile(50)).isCloseTo(500, within(1.0));
    assertThat(latencies.percentile(99)).isCloseTo(990, within(1.0));
    Findings findings = new Findings("test");
    latencies.tell(findings, "answer");
    Result result = findings.result(Path.of("."));
    assertThat(result.figures())
        .extracting("name")
        .containsExactly("p50", "p90", "p99", "p99.9", "max", "mean");
  }

  @Test
  void onlyPercentilesThatSoFewCanTellAreDrawn() {
    addMillis(1, 100);

    Plot.Line line = latencies.line("answer");

    assertThat(line.points().get(line.points().size() - 1)[0]).isEqualTo(99);
  }

  @Test
  void timeGoesByWhenTheyShouldHaveBegun() {
    addMillis(1, 2_500);

    Plot plot = latencies.overTime("Answers");

    assertThat(plot.lines()).extracting("name").containsExactly("p50", "p99", "max");
    assertThat(plot.lines().get(0).points()).hasSize(3);
  }

  /** One each millisecond, each taking as many milliseconds as it is of them. */
  private void addMillis(int first, int last) {
    for (int i = first; i <= last; i++) {
      long due = TimeUnit.MILLISECONDS.toNanos(i);
      latencies.add(due, due + TimeUnit.MILLISECONDS.toNanos(i));
    }
  }
}
