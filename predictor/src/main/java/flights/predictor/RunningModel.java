package flights.predictor;

import flights.core.settings.Settings;
import flights.core.store.Collections;
import flights.core.store.Retention;
import flights.model.Scoring;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;

/** One version of a model, answering what comes on its request topic. */
final class RunningModel {

  /** A version that breaks the stream does so at once; a stream that has lived is not to blame. */
  private static final Duration PROOF = Duration.ofSeconds(30);

  private final Scoring scoring;
  private final TriggerMode trigger;
  private final Settings settings;
  private final Admin admin;
  private final RequestTopic topic;
  private final Checkpoint checkpoint;
  private StreamingQuery query;
  private Exception notStarted;
  private Instant startedAt;

  RunningModel(Scoring scoring, TriggerMode trigger, Settings settings, Admin admin) {
    this.scoring = scoring;
    this.trigger = trigger;
    this.settings = settings;
    this.admin = admin;
    this.topic = new RequestTopic(scoring.config(), settings, admin);
    this.checkpoint = Checkpoint.of(settings);
  }

  /** Throws {@link BrokenStream} when it could not be started. */
  void prepare() throws InterruptedException {
    checkpoint.requireNotesOf(topic.prepare());
  }

  /** Starts the stream; when that fails it is as if the stream had broken at once. */
  void start(SparkSession spark) throws InterruptedException {
    startedAt = Instant.now();
    query = null;
    try {
      if (checkpoint.isNew()) {
        Progress.restart(admin, settings.model());
      }
      checkpoint.prepare(topic.prepare());
      query = predictor(spark).start(scoring);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      // Spark throws checked exceptions that it does not declare.
      notStarted = e;
    }
  }

  String version() {
    return scoring.version();
  }

  String requestTopic() {
    return scoring.config().requestTopic();
  }

  boolean isActive() {
    return query != null && query.isActive();
  }

  /** Whether requests may come by partitions that the stream would find at its next checkpoint. */
  boolean overlooksPartitions() throws InterruptedException {
    return trigger == TriggerMode.REAL_TIME && topic.hasGrown();
  }

  boolean hasEndedWell() {
    return query != null && !query.isActive() && query.exception().isEmpty();
  }

  boolean hasProvedItself() {
    return startedAt.plus(PROOF).isBefore(Instant.now());
  }

  /** Why the stream has ended by itself. */
  BrokenStream failure() {
    return BrokenStream.because(
        query == null ? notStarted : query.exception().get(), checkpoint.folder());
  }

  void stop() {
    try {
      if (query != null) {
        query.stop();
      }
    } catch (TimeoutException e) {
      throw new IllegalStateException("the stream does not stop", e);
    }
  }

  private Predictor predictor(SparkSession spark) throws InterruptedException, IOException {
    return trigger == TriggerMode.REAL_TIME
        ? new Predictor(topic.fromFirstUnanswered(spark), sink(), checkpoint.cleared())
        : new Predictor(topic.fromCheckpoint(spark), sink(), checkpoint.address());
  }

  private StreamSink sink() {
    OutletConfig config = OutletConfig.of(settings, scoring.config());
    if (config.isStored()) {
      Retention.begin(
          settings,
          Map.of(
              config.collection(),
              Collections.PREDICTED_AT,
              config.errorCollection(),
              Collections.REJECTED_AT));
    }
    return switch (trigger) {
      case REAL_TIME -> new RealTimeSink(config, settings.checkpointInterval());
      case MICRO_BATCH -> new MicroBatchSink(config, Trigger.ProcessingTime(0));
      case AVAILABLE_NOW -> new MicroBatchSink(config, Trigger.AvailableNow());
    };
  }
}
