package flights.bench.weather;

import flights.bench.report.Plot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How quickly messages are read, seen from outside: each number is kept with its time. */
public final class ReadingRate {

  private record Reading(double seconds, long messages) {}

  private final String name;
  private final LongSupplier read;
  private final List<Reading> readings = new ArrayList<>();

  /**
   * Nothing is looked at yet.
   *
   * @param read how many messages have been read so far
   */
  public ReadingRate(String name, LongSupplier read) {
    this.name = name;
    this.read = read;
  }

  /**
   * Returns when each has read so many; throws IllegalArgumentException when their process ends
   * before, or reads nothing for so long.
   */
  public static void await(
      List<ReadingRate> rates, long messages, ProcessHandle reader, Duration patience)
      throws InterruptedException {
    long begin = System.nanoTime();
    long changed = begin;
    while (rates.stream().anyMatch(it -> it.messages() < messages)) {
      TimeUnit.MILLISECONDS.sleep(20);
      long now = System.nanoTime();
      for (ReadingRate rate : rates) {
        changed = rate.look((now - begin) / 1e9) ? now : changed;
      }
      if (!reader.isAlive() || now - changed > patience.toNanos()) {
        throw new IllegalArgumentException("not all is read");
      }
    }
  }

  /** Whether there is more than before. */
  boolean look(double seconds) {
    long now = read.getAsLong();
    boolean more = now > messages();
    if (more) {
      readings.add(new Reading(seconds, now));
    }
    return more;
  }

  /** So many have been read. */
  public long messages() {
    return readings.isEmpty() ? 0 : last().messages();
  }

  /** From the first messages that were read to the last; 0 when they came all at once. */
  public double perSecond() {
    return perSecond(List.of(this));
  }

  /** Of all together. */
  public static double perSecond(List<ReadingRate> rates) {
    double begin = rates.stream().mapToDouble(it -> it.first().seconds()).min().orElse(0);
    double end = rates.stream().mapToDouble(it -> it.last().seconds()).max().orElse(0);
    long messages =
        rates.stream().mapToLong(it -> it.last().messages() - it.first().messages()).sum();
    return messages == 0 ? 0 : messages / (end - begin);
  }

  /** Messages read by time, to be drawn. */
  public Plot.Line line() {
    double begin = first().seconds();
    return new Plot.Line(
        name,
        readings.stream().map(it -> new double[] {it.seconds() - begin, it.messages()}).toList());
  }

  public String name() {
    return name;
  }

  private Reading first() {
    return readings.get(0);
  }

  private Reading last() {
    return readings.get(readings.size() - 1);
  }
}
