package flights.predictor.stream;

import flights.core.check.Check;
import flights.core.flow.Backoff;
import flights.core.kafka.Kafka;
import flights.core.registry.ModelVersion;
import flights.model.PackageException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one model running: another version when the champion moves, the one before when the new one
 * is no good, and the same again when its stream breaks.
 */
final class ModelSupervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ModelSupervisor.class);

  private final String model;
  private final ServingContext context;
  private final ModelLoader loader;
  private final ProblemLog problems;
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));
  private RunningModel running;
  private RunningModel before;
  private String refused = "";
  private boolean waiting;
  private int restarts;

  ModelSupervisor(String model, ServingContext context, ProblemLog problems) {
    this.model = model;
    this.context = context;
    this.loader = new ModelLoader(context.spark(), context.settings());
    this.problems = problems;
  }

  /** The version that is served; null when none is. */
  String version() {
    return running == null ? null : running.version();
  }

  /** Where the requests come from, when a version is served. */
  String requestTopic() {
    return running.requestTopic();
  }

  /** How often a stream that had broken was started again. */
  int restarts() {
    return restarts;
  }

  /** Whether all that was to be done is done. */
  boolean isDone() {
    return running != null && running.hasEndedWell();
  }

  /** Whether the stream has run for so long that it can be relied on. */
  boolean isProved() {
    return running != null && running.isActive() && running.hasProvedItself();
  }

  /** Serves this version, unless it does already or the version was found to be no good. */
  void serve(ModelVersion champion) throws InterruptedException {
    String version = champion.version();
    if (version.equals(version())) {
      forgiveRefused();
      return;
    }
    if (version.equals(refused)) {
      return;
    }
    try {
      RunningModel next = new RunningModel(loader.load(champion), context);
      next.prepare();
      swapTo(next);
    } catch (PackageException e) {
      refuse(version, e.getMessage());
    } catch (BrokenStream e) {
      couldNotServe(version, e);
    }
  }

  /**
   * Starts again what has broken, after a pause that grows, and at once what reads no longer all
   * there is; throws {@link BrokenStream} when it would only break again.
   */
  void mend() throws InterruptedException {
    if (running == null || running.hasEndedWell()) {
      return;
    }
    if (running.isActive()) {
      readAllPartitions();
    } else if (!waiting) {
      broken(running.failure());
    } else if (backoff.isOver() && brokerAnswers()) {
      startAgain();
    }
  }

  /** Stops, and forgets what it has found out: whatever is served next is begun anew. */
  void giveUp() {
    close();
    running = null;
    before = null;
    refused = "";
    waiting = false;
    restarts++;
  }

  @Override
  public void close() {
    if (running != null) {
      running.stop();
    }
  }

  private void readAllPartitions() throws InterruptedException {
    if (running.overlooksPartitions()) {
      LOG.info("{} has more partitions now", running.requestTopic());
      running.stop();
      start();
    }
  }

  /** The champion has moved back from a version that was no good. */
  private void forgiveRefused() {
    if (!refused.isEmpty() && running.isActive()) {
      refused = "";
      problems.clear();
    }
  }

  private void couldNotServe(String version, BrokenStream reason) {
    if (!reason.isLasting()) {
      problems.is(reason.getMessage());
    } else if (running == null) {
      throw reason;
    } else {
      refuse(version, reason.getMessage());
    }
  }

  private void swapTo(RunningModel next) throws InterruptedException {
    close();
    before = running;
    running = next;
    backoff.reset();
    start();
  }

  private void broken(BrokenStream failure) throws InterruptedException {
    if (failure.isLasting()) {
      throw failure;
    }
    if (running.hasProvedItself()) {
      backoff.reset();
    } else if (before != null && brokerAnswers()) {
      String version = running.version();
      running = before;
      before = null;
      startAgain();
      refuse(version, failure.getMessage());
      return;
    }
    waiting = true;
    long seconds = backoff.begin().toSeconds();
    problems.is(failure.getMessage() + "; starting again in " + seconds + " s");
  }

  private void startAgain() throws InterruptedException {
    restarts++;
    start();
  }

  private void start() throws InterruptedException {
    waiting = false;
    running.start();
    if (running.isActive()) {
      problems.clear();
      LOG.info("serving {} {} ({})", model, running.version(), context.trigger().word());
    }
  }

  private boolean brokerAnswers() {
    Check check = new Kafka(context.settings()).check(context.admin());
    if (!check.up()) {
      problems.is(check.detail());
    }
    return check.up();
  }

  private void refuse(String version, String reason) {
    refused = version;
    problems.is(
        running == null
            ? reason
            : version + " is refused, " + running.version() + " goes on: " + reason);
  }
}
