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

  private final TrainingJob job;
  private final TrainingJobs jobs;
  private final Script script;
  private final Thread thread;
  private volatile boolean givenBack;

  /**
   * Begins at once, in a thread of its own.
   *
   * @param job as it was before it was claimed
   */
  TrainingRun(TrainingJob job, TrainingJobs jobs, Script script) {
    this.job = job;
    this.jobs = jobs;
    this.script = script;
    thread = new Thread(this::run, "training-" + job.id());
    thread.setDaemon(true);
    thread.start();
  }

  boolean isOver() {
    return !thread.isAlive();
  }

  void alive(Instant now) {
    jobs.alive(job.id(), now);
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
    LOG.info("training {} as asked by job {}", job.request().model(), job.id());
    try {
      end();
    } catch (MongoException e) {
      LOG.warn("how job {} has ended cannot be told: {}", job.id(), e.getMessage());
    }
  }

  /** Tells what is to be told where the process itself has told nothing. */
  private void end() {
    try {
      int code = script.run(job.request().command());
      // Who stops the listener by hand may stop its process by the same key.
      if (givenBack || STOPPED.contains(code - SIGNALLED)) {
        jobs.release(job.id());
      } else if (code > SIGNALLED) {
        jobs.killed(job, code - SIGNALLED);
      } else {
        jobs.failed(job.id(), "the trainer ended with exit code " + code);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      jobs.failed(job.id(), "the trainer was interrupted");
    } catch (MongoException e) {
      throw e;
    } catch (Exception e) {
      jobs.failed(job.id(), "the trainer cannot be started: " + e.getMessage());
    }
  }
}
