package flights.predictor.stream;

import flights.core.store.Collections;
import flights.core.store.Retention;
import flights.model.Scoring;
import flights.predictor.answer.AnswerTarget;
import flights.predictor.answer.AnswerWriter;
import flights.predictor.answer.CommittedOffsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.streaming.StreamingQuery;

/** One version of a model, answering what comes on its request topic. */
final class RunningModel {

  /** A version that breaks the stream does so at once; a stream that has lived is not to blame. */
  private static final Duration PROOF = Duration.ofSeconds(30);

  private final Scoring scoring;
  private final ServingContext context;
  private final RequestTopic topic;
  private final Checkpoint checkpoint;
  private StreamingQuery query;
  private Exception notStarted;
  private Instant startedAt;

  RunningModel(Scoring scoring, ServingContext context) {
    this.scoring = scoring;
    this.context = context;
    this.topic = new RequestTopic(scoring.config(), context.settings(), context.admin());
    this.checkpoint = Checkpoint.of(context.settings(), scoring.config().name());
  }

  /** Throws {@link BrokenStream} when it could not be started. */
  void prepare() throws InterruptedException {
    checkpoint.requireNotesOf(topic.prepare());
  }

  /** Starts the stream; when that fails it is as if the stream had broken at once. */
  void start() throws InterruptedException {
    startedAt = Instant.now();
    query = null;
    try {
      if (checkpoint.isNew()) {
        CommittedOffsets.restart(context.admin(), scoring.config().name());
      }
      checkpoint.prepare(topic.prepare());
      query =
          context.trigger() == TriggerMode.REAL_TIME
              ? query(topic.fromFirstUnanswered(context.spark()), checkpoint.cleared())
              : query(topic.fromCheckpoint(context.spark()), checkpoint.address());
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
    return context.trigger() == TriggerMode.REAL_TIME && topic.hasGrown();
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

  private StreamingQuery query(Dataset<Row> requests, String notes) throws TimeoutException {
    AnswerTarget target = AnswerTarget.of(context.settings(), scoring.config());
    keepForAsLongAsIsSet(target);
    return scoring
        .score(requests)
        .writeStream()
        .queryName(scoring.config().name())
        .option("checkpointLocation", notes)
        .trigger(context.trigger().trigger(context.settings()))
        .outputMode(OutputMode.Update())
        .foreach(new AnswerWriter(target))
        .start();
  }

  private void keepForAsLongAsIsSet(AnswerTarget target) {
    if (target.isStored()) {
      Retention.begin(
          context.settings(),
          Map.of(
              target.collection(),
              Collections.PREDICTED_AT,
              target.errorCollection(),
              Collections.REJECTED_AT));
    }
  }
}
