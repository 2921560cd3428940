package flights.workloads.weather;

import flights.core.text.Count;
import flights.workloads.chance.SeededNumbers;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends one day after the other, at a pace. */
final class ProducerRun {

  private static final long TOLD_EVERY = TimeUnit.SECONDS.toNanos(10);
  private static final int REPEATED_WITHIN_DAYS = 3;

  private final ReportProducer producer;
  private final double daysPerSecond;
  private final SeededNumbers chance;
  private final double repeats;
  private final PrintStream out;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Deque<List<Report>> sent = new ArrayDeque<>();
  private long days;
  private LocalDate last;

  /**
   * Nothing is sent yet.
   *
   * @param daysPerSecond 0 for as quickly as possible
   * @param repeats the share of reports that are sent again some days later
   */
  ProducerRun(
      ReportProducer producer,
      double daysPerSecond,
      SeededNumbers chance,
      double repeats,
      PrintStream out) {
    this.producer = producer;
    this.daysPerSecond = daysPerSecond;
    this.chance = chance;
    this.repeats = repeats;
    this.out = out;
  }

  /** Lets {@link #play} return soon. */
  void stop() {
    stopped.countDown();
  }

  /** Returns when it is stopped, or when so many days are sent, with all that will arrive there. */
  void play(Iterator<List<Report>> weather, long most) throws InterruptedException {
    long begin = System.nanoTime();
    long told = begin;
    while (days < most && weather.hasNext() && !waits(begin)) {
      send(weather.next());
      days++;
      if (System.nanoTime() - told > TOLD_EVERY) {
        told = System.nanoTime();
        tell();
      }
    }
    producer.flush();
    tell();
  }

  /** Until the next day is due; whether it is stopped instead. */
  private boolean waits(long begin) throws InterruptedException {
    if (daysPerSecond == 0) {
      return stopped.getCount() == 0;
    }
    long due = begin + (long) (days / daysPerSecond * 1e9);
    return stopped.await(Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  private void send(List<Report> reports) {
    reports.forEach(producer::send);
    if (repeats > 0) {
      sent.addLast(reports);
      if (sent.size() > REPEATED_WITHIN_DAYS) {
        sent.removeFirst().stream()
            .filter(report -> chance.uniform() < repeats)
            .forEach(producer::send);
      }
    }
    last = reports.get(0).date();
  }

  private void tell() {
    out.printf(
        "%s%s, %s delivered%s%n",
        Count.of(days, "day"),
        last == null ? "" : " until " + last,
        Count.of(producer.delivered(), "message"),
        producer.failed() == 0 ? "" : ", %,d not".formatted(producer.failed()));
  }
}
