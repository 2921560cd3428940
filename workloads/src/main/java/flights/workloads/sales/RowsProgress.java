package flights.workloads.sales;

import flights.core.process.Daemon;
import flights.core.progress.Display;
import flights.core.progress.Snapshot;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Shows how many of the rows that are to be written are there. */
final class RowsProgress implements LongConsumer, AutoCloseable {

  private static final String STAGE = "writing sales";

  private final long rows;
  private final Display display;
  private final long began = System.nanoTime();
  private final ScheduledExecutorService timer = Daemon.timer("progress");
  private volatile long written;

  RowsProgress(long rows, Display display) {
    this.rows = rows;
    this.display = display;
    long millis = display.every().toMillis();
    timer.scheduleAtFixedRate(() -> display.running(now()), millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void accept(long written) {
    this.written = written;
  }

  void finished() {
    display.finished(now());
  }

  private Snapshot now() {
    Duration time = Duration.ofNanos(System.nanoTime() - began);
    return new Snapshot(STAGE, 1, 1, written, (double) written / rows, time, time);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      // What it is about to show would otherwise stay on the terminal.
      timer.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    display.close();
  }
}
