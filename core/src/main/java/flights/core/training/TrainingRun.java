package flights.core.training;

import com.mongodb.MongoException;
import flights.core.training.TrainingListener.Script;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A claimed job while its process runs. The process itself tells how far it is and how it ends. */
final class TrainingRun {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);
  private static final int SIGNALLED = 128;
  // The signals INT and TERM.
  private static final Set<Integer> STOPPED = Set.of(2, 15);

  private final TrainingRequest request;
  private final TrainingJobs jobs;
  private final Script script;
  private final Thread thread;
  private volatile boolean givenBack;

  /** Begins at once, in a thread of its own. */
  TrainingRun(TrainingRequest request, TrainingJobs jobs, Script script) {
    this.request = request;
    this.jobs = jobs;
    this.script = script;
    thread = new Thread(this::run, "training-" + request.id());
    thread.setDaemon(true);
    thread.start();
  }

  boolean isOver() {
    return !thread.isAlive();
  }

  void alive(Instant now) {
    jobs.alive(request.id(), now);
  }

  /** What ends from now on has not failed, but was stopped. */
  void giveBack() {
    givenBack = true;
    script.stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    LOG.info("training {} as asked by job {}", request.model(), request.id());
    String trouble = trouble();
    try {
      if (givenBack) {
        jobs.release(request.id());
      } else {
        jobs.failed(request.id(), trouble);
      }
    } catch (MongoException e) {
      LOG.warn("how job {} has ended cannot be told: {}", request.id(), e.getMessage());
    }
  }

  /** What is to be told where the process itself has told nothing. */
  private String trouble() {
    try {
      int code = script.run(request.command());
      // Who stops the listener by hand may stop its process by the same key.
      if (STOPPED.contains(code - SIGNALLED)) {
        givenBack = true;
      }
      return code > SIGNALLED
          ? "the trainer was killed by signal " + (code - SIGNALLED)
          : "the trainer ended with exit code " + code;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the trainer was interrupted";
    } catch (Exception e) {
      return "the trainer cannot be started: " + e.getMessage();
    }
  }
}
