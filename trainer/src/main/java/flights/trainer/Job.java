package flights.trainer;

import com.mongodb.MongoException;
import flights.core.registry.ModelRegistry;
import flights.core.training.TrainingJob;
import flights.core.training.TrainingJobs;
import flights.model.command.Command;
import flights.model.progress.Watcher;
import flights.trainer.upload.UploadCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A training that was asked for on a page or by a program: it makes one version, however often it
 * is begun, and tells those who asked how far it is and what came of it.
 */
final class Job {

  static final String CHECKING = "checking the file";

  private static final Duration TOLD_EVERY = Duration.ofSeconds(1);

  private final TrainingJobs jobs;
  private final ModelRegistry registry;
  private final UploadCheck check;
  private final String id;
  private volatile boolean ending;

  /** A training that somebody watches. */
  interface Task {
    Trained run(TrainOptions options, Watcher watcher) throws Exception;
  }

  Job(TrainingJobs jobs, ModelRegistry registry, UploadCheck check, String id) {
    this.jobs = jobs;
    this.registry = registry;
    this.check = check;
    this.id = id;
  }

  /**
   * Empty when an attempt before has made the version already. Throws what the task throws, when
   * that has been told.
   */
  Optional<Trained> run(TrainOptions given, Task task) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true, "job-ending"));
    try {
      jobs.at(id, "starting", null);
      TrainingJob job =
          jobs.find(id).orElseThrow(() -> new IllegalArgumentException("there is no job " + id));
      TrainOptions options = given.named(job.versionName());
      Optional<String> made = new MadeBefore(registry).end(options);
      if (made.isPresent()) {
        jobs.done(id, options.version(), made.get());
        return Optional.empty();
      }
      checkUpload(job);
      Trained trained = task.run(options, this::tell);
      jobs.done(id, trained.version().version(), words(trained));
      return Optional.of(trained);
    } catch (MongoException e) {
      // There is nobody to be told; the listener says that the trainer has ended.
      throw e;
    } catch (Exception e) {
      // A process that is told to end takes Spark away from its training, which has not failed.
      if (!ending) {
        jobs.failed(id, Command.line(e));
      }
      throw e;
    }
  }

  private void checkUpload(TrainingJob job) {
    if (job.request().isUpload()) {
      Instant[] told = {Instant.MIN};
      check
          .check(
              job.request(),
              share -> {
                if (told[0].plus(TOLD_EVERY).isBefore(Instant.now())) {
                  told[0] = Instant.now();
                  tell(CHECKING, share);
                }
              })
          .ifPresent(rows -> jobs.rows(id, rows));
    }
  }

  private void tell(String stage, double done) {
    try {
      jobs.at(id, stage, Double.isNaN(done) ? null : done);
    } catch (MongoException e) {
      // The next second tells again.
    }
  }

  static String words(boolean promoted, String reason) {
    return (promoted ? "It answers now: " : "It does not answer: ") + reason;
  }

  private static String words(Trained trained) {
    return words(trained.promoted(), trained.verdict().reason());
  }
}
