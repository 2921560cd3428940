package flights.bench.load;

import flights.bench.report.Findings;
import flights.bench.report.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Durations, all of them and by the second in which they should have begun. */
public final class Latencies {

  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9);

  private static final double[] DRAWN = {
    0, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.75, 99.9, 99.95, 99.99, 99.999
  };

  private final Histogram all = new Histogram(3);
  private final Map<Long, Histogram> bySecond = new TreeMap<>();
  private long firstNanos = Long.MAX_VALUE;

  /**
   * Adds one, by {@link System#nanoTime}.
   *
   * @param dueNanos when it should have begun
   */
  public synchronized void add(long dueNanos, long endNanos) {
    firstNanos = Math.min(firstNanos, dueNanos);
    long micros = micros(endNanos - dueNanos);
    all.recordValue(micros);
    bySecond
        .computeIfAbsent(
            TimeUnit.NANOSECONDS.toSeconds(dueNanos - firstNanos), second -> new Histogram(2))
        .recordValue(micros);
  }

  public synchronized long count() {
    return all.getTotalCount();
  }

  /** In milliseconds. */
  public synchronized double percentile(double percentile) {
    return all.getValueAtPercentile(percentile) / 1e3;
  }

  /** Tells the percentiles. */
  public synchronized void tell(Findings findings, String group) {
    PERCENTILES.forEach(
        it ->
            findings.figure(
                group, "p" + String.valueOf(it).replace(".0", ""), percentile(it), "ms"));
    findings.figure(group, "max", all.getMaxValue() / 1e3, "ms");
    findings.figure(group, "mean", all.getMean() / 1e3, "ms");
  }

  /** All of them as a line, by percentile. */
  public synchronized Plot.Line line(String name) {
    List<double[]> points = new ArrayList<>();
    for (double percentile : DRAWN) {
      // No percentile that so few durations cannot tell.
      if (all.getTotalCount() * (100 - percentile) >= 100) {
        points.add(new double[] {percentile, percentile(percentile)});
      }
    }
    return new Plot.Line(name, points);
  }

  /** How they went over time. */
  public synchronized Plot overTime(String title) {
    return new Plot(
        title + " over time",
        "seconds",
        "ms",
        Plot.Scale.LINEAR,
        List.of(
            seconds("p50", it -> it.getValueAtPercentile(50)),
            seconds("p99", it -> it.getValueAtPercentile(99)),
            seconds("max", Histogram::getMaxValue)));
  }

  public static Plot byPercentile(String title, List<Plot.Line> lines) {
    return new Plot(title + " by percentile", "percentile", "ms", Plot.Scale.PERCENTILE, lines);
  }

  private Plot.Line seconds(String name, ToDoubleFunction<Histogram> figure) {
    return new Plot.Line(
        name,
        bySecond.entrySet().stream()
            .map(it -> new double[] {it.getKey(), figure.applyAsDouble(it.getValue()) / 1e3})
            .toList());
  }

  private static long micros(long nanos) {
    return Math.max(0, TimeUnit.NANOSECONDS.toMicros(nanos));
  }
}
