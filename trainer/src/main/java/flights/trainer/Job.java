package flights.trainer;

import com.mongodb.MongoException;
import flights.core.training.TrainingJobs;
import flights.model.command.Command;
import flights.model.progress.Watcher;

/** Tells how far a training is, and what came of it, to those who asked for it on a page. */
final class Job {

  private final TrainingJobs jobs;
  private final String id;
  private volatile boolean ending;

  /** A training that somebody watches. */
  interface Task {
    Trained run(Watcher watcher) throws Exception;
  }

  Job(TrainingJobs jobs, String id) {
    this.jobs = jobs;
    this.id = id;
  }

  /** Throws what the task throws, when that has been told. */
  Trained run(Task task) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true, "job-ending"));
    try {
      jobs.at(id, "starting", null);
      Trained trained = task.run(this::tell);
      jobs.done(id, trained.version().version(), words(trained));
      return trained;
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

  private void tell(String stage, double done) {
    try {
      jobs.at(id, stage, Double.isNaN(done) ? null : done);
    } catch (MongoException e) {
      // The next second tells again.
    }
  }

  private static String words(Trained trained) {
    String answers = trained.promoted() ? "It answers now: " : "It does not answer: ";
    return answers + trained.verdict().reason();
  }
}
