package flights.predictor;

import flights.core.check.Check;
import flights.core.kafka.Kafka;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.model.PackageException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a model running: another version when the champion moves, the one before when the new one
 * is no good, and the same again when its stream breaks.
 */
final class Keeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

  private final Settings settings;
  private final TriggerMode trigger;
  private final SparkSession spark;
  private final Admin admin;
  private final Candidates candidates;
  private final Trouble trouble;
  private final Pauses pauses = new Pauses();
  private RunningModel running;
  private RunningModel before;
  private String refused = "";
  private boolean waiting;
  private int restarts;

  Keeper(Settings settings, TriggerMode trigger, SparkSession spark, Admin admin, Trouble trouble) {
    this.settings = settings;
    this.trigger = trigger;
    this.spark = spark;
    this.admin = admin;
    this.candidates = new Candidates(spark, settings);
    this.trouble = trouble;
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
      RunningModel next = new RunningModel(candidates.tried(champion), trigger, settings, admin);
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
    } else if (pauses.isOver() && brokerAnswers()) {
      startAgain();
    }
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
      trouble.clear();
    }
  }

  private void couldNotServe(String version, BrokenStream reason) {
    if (!reason.isLasting()) {
      trouble.is(reason.getMessage());
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
    pauses.reset();
    start();
  }

  private void broken(BrokenStream failure) throws InterruptedException {
    if (failure.isLasting()) {
      throw failure;
    }
    if (running.hasProvedItself()) {
      pauses.reset();
    } else if (before != null && brokerAnswers()) {
      String version = running.version();
      running = before;
      before = null;
      startAgain();
      refuse(version, failure.getMessage());
      return;
    }
    waiting = true;
    long seconds = pauses.begin().toSeconds();
    trouble.is(failure.getMessage() + "; starting again in " + seconds + " s");
  }

  private void startAgain() throws InterruptedException {
    restarts++;
    start();
  }

  private void start() throws InterruptedException {
    waiting = false;
    running.start(spark);
    if (running.isActive()) {
      trouble.clear();
      LOG.info("serving {} {} ({})", settings.model(), running.version(), trigger.word());
    }
  }

  private boolean brokerAnswers() {
    Check check = new Kafka(settings).check(admin);
    if (!check.up()) {
      trouble.is(check.detail());
    }
    return check.up();
  }

  private void refuse(String version, String reason) {
    refused = version;
    trouble.is(
        running == null
            ? reason
            : version + " is refused, " + running.version() + " goes on: " + reason);
  }
}
