package flights.web.background;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of what a process does by itself, besides answering. */
public final class Background implements Executor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final ScheduledExecutorService executor;

  /**
   * @param threads how many tasks can hang without holding up the others
   */
  public Background(int threads) {
    AtomicInteger number = new AtomicInteger();
    executor =
        Executors.newScheduledThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "web-background-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Runs the task now, and again this long after each end, also when it fails. */
  public void every(Duration pause, Runnable task) {
    var unused =
        executor.scheduleWithFixedDelay(
            () -> guarded(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void execute(Runnable task) {
    executor.execute(task);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      if (executor.isShutdown()) {
        // It was interrupted because the process ends.
        return;
      }
      LOG.error("a background task failed: {}", e.toString(), e);
    }
  }
}
