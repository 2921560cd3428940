package flights.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Durations, and what is told of them. */
final class Durations {

  private final Histogram micros = new Histogram(60_000_000L, 3);

  void add(double millis) {
    micros.recordValue(Math.max(0, Math.round(millis * 1e3)));
  }

  String words() {
    return String.format(
        Locale.ROOT,
        "p50 %6.1f ms  p95 %6.1f ms  max %6.1f ms",
        micros.getValueAtPercentile(50) / 1e3,
        micros.getValueAtPercentile(95) / 1e3,
        micros.getMaxValue() / 1e3);
  }

  double p95() {
    return micros.getValueAtPercentile(95) / 1e3;
  }

  /** How busy the machine is, without which a duration says little. */
  static String load() {
    return String.format(
        Locale.ROOT,
        "load %.1f on %d processors",
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.getRuntime().availableProcessors());
  }
}
