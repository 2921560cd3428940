package flights.core.training;

import flights.core.kafka.Kafka;
import flights.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains what is asked for on Kafka, one job after the other, each in a process of its own. A
 * message is dealt with when its job is in the store; from there it is run, by whichever listener
 * claims it, and again when that one is gone.
 */
public final class TrainingListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingListener.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
  private static final long JOIN_MILLIS = 4_000;

  /** Runs a command of the {@code flights} script to its end. */
  public interface Script {
    /** The exit code. */
    int run(List<String> words) throws Exception;

    /** Asks what is running to end; returns at once. */
    void stop();
  }

  private final Kafka kafka;
  private final TrainingJobs jobs;
  private final Script script;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::listenUntilClosed, "training-listener");
  private TrainingRun run;
  private Instant looked = Instant.MIN;

  public TrainingListener(Kafka kafka, Store store, Script script) {
    this.kafka = kafka;
    this.jobs = new TrainingJobs(store);
    this.script = script;
    thread.setDaemon(true);
  }

  /** Returns at once. */
  public void start() {
    thread.start();
  }

  /** Waits until it is closed. */
  public void await() throws InterruptedException {
    thread.join();
  }

  /** Ends the script that may be running; its job waits for the next listener. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listenUntilClosed() {
    boolean well = true;
    while (!isClosed()) {
      try (TrainingMessages messages = new TrainingMessages(kafka)) {
        while (!isClosed()) {
          take(messages);
          work();
          well = true;
        }
      } catch (RuntimeException e) {
        if (well) {
          LOG.warn("trainings cannot be taken up at the moment: {}", e.getMessage());
        }
        well = false;
        isClosedAfter(LOOK_EVERY);
      }
    }
    if (run != null) {
      run.giveBack();
    }
  }

  private void take(TrainingMessages messages) {
    List<TrainingRequest> requests = messages.poll();
    requests.forEach(jobs::add);
    messages.commit();
    if (!requests.isEmpty()) {
      looked = Instant.MIN;
    }
  }

  private void work() {
    Instant now = Instant.now();
    boolean due = looked.equals(Instant.MIN) || looked.plus(LOOK_EVERY).isBefore(now);
    if (run != null && run.isOver()) {
      run = null;
      due = true;
    }
    if (due && run == null) {
      run = jobs.claim(now).map(job -> new TrainingRun(job, jobs, script)).orElse(null);
    } else if (due) {
      run.alive(now);
    }
    looked = due ? now : looked;
  }

  private boolean isClosed() {
    return isClosedAfter(Duration.ZERO);
  }

  private boolean isClosedAfter(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
