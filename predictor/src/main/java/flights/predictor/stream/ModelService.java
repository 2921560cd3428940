package flights.predictor.stream;

import com.mongodb.MongoException;
import flights.core.flow.Backoff;
import flights.core.heartbeat.Heartbeat;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/**
 * Serves whatever version of one model is its champion, and follows when the champion moves. What
 * has failed for good is tried again all the same, as long as another model of the process works:
 * only so can it be mended without a stop of the others.
 */
final class ModelService implements Callable<Void> {

  private final String model;
  private final ServingContext context;
  private final HeartbeatReporter heartbeats;
  private final Shared shared;
  private final ProblemLog problems;
  private final ModelSupervisor supervisor;
  private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(30));

  /** Null until this process is the one that serves the model. */
  private AutoCloseable lock;

  /**
   * What the threads of all models share.
   *
   * @param stopping counted down when it is time to stop
   */
  record Shared(FailedModels failed, CountDownLatch stopping, ProblemLog storeProblems) {}

  ModelService(
      String model,
      ServingContext context,
      HeartbeatReporter heartbeats,
      Shared shared,
      ProblemLog problems) {
    this.model = model;
    this.context = context;
    this.heartbeats = heartbeats;
    this.shared = shared;
    this.problems = problems;
    this.supervisor = new ModelSupervisor(model, context, problems);
  }

  /**
   * Returns when it is time to stop, or when all is done that was there; throws what this model has
   * failed of when no other works, or when it is not to be tried again.
   */
  @Override
  public Void call() throws Exception {
    SparkSession.setActiveSession(context.spark());
    try {
      boolean over = false;
      while (!over) {
        over = serveUntilItFails();
      }
      return null;
    } finally {
      supervisor.close();
      if (lock != null) {
        lock.close();
      }
    }
  }

  /** True when it is over. */
  private boolean serveUntilItFails() throws Exception {
    try {
      lock = lock == null ? Checkpoint.of(context.settings(), model).lock() : lock;
      serve();
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      // A package may lean on classes that are not there.
      supervisor.giveUp();
      throwUnlessOthersWork(e instanceof Exception known ? known : new IllegalStateException(e));
      long seconds = backoff.begin().toSeconds();
      problems.is(e.getMessage() + "; trying again in " + seconds + " s");
      return pauseBeforeAnotherTry();
    }
  }

  private void throwUnlessOthersWork(Exception failure) throws Exception {
    if (context.trigger() == TriggerMode.AVAILABLE_NOW) {
      throw failure;
    }
    if (shared.failed().add(model)) {
      shared.stopping().countDown();
      throw failure;
    }
  }

  private boolean pauseBeforeAnotherTry() throws InterruptedException {
    boolean stop = false;
    while (!stop && !backoff.isOver()) {
      if (lock != null) {
        withStore(this::beat);
      }
      stop = pause();
    }
    return stop;
  }

  private void serve() throws InterruptedException {
    ModelRegistry registry = new ModelRegistry(context.store().database());
    boolean done;
    do {
      done = supervisor.isDone();
      withStore(
          () -> {
            follow(registry.championVersion(model));
            beat();
          });
      supervisor.mend();
      if (supervisor.isProved()) {
        backoff.reset();
        shared.failed().remove(model);
      }
    } while (!pause() && !done);
  }

  private void beat() throws InterruptedException {
    heartbeats.beat(supervisor, problems.present());
  }

  private void follow(Optional<ModelVersion> champion) throws InterruptedException {
    if (champion.isPresent()) {
      supervisor.serve(champion.get());
    } else if (context.trigger() == TriggerMode.AVAILABLE_NOW) {
      throw new IllegalStateException(ModelLoader.noVersionOf(model));
    } else {
      problems.is(ModelLoader.noVersionOf(model));
    }
  }

  private interface StoreWork {
    void run() throws InterruptedException;
  }

  private void withStore(StoreWork work) throws InterruptedException {
    try {
      work.run();
      shared.storeProblems().isOver("the store answers again");
    } catch (MongoException e) {
      // The writers wait for the store by themselves; here there is nothing to do but look again.
      shared.storeProblems().is(context.store().words(e) + "; waiting for it");
    }
  }

  /** True when it is time to stop. */
  private boolean pause() throws InterruptedException {
    return shared.stopping().await(Heartbeat.PERIOD.toMillis(), TimeUnit.MILLISECONDS);
  }
}
