package flights.predictor;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.model.ModelConfig;
import flights.model.Scoring;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;

/** One version of a model, answering what comes on its request topic. */
final class RunningModel {

  private final Scoring scoring;
  private final Settings settings;
  private final Kafka kafka;
  private StreamingQuery query;

  RunningModel(Scoring scoring, Settings settings, Kafka kafka, Admin admin)
      throws InterruptedException {
    this.scoring = scoring;
    this.settings = settings;
    this.kafka = kafka;
    prepareTopics(admin);
  }

  void start(SparkSession spark) {
    checkpoint().clearUnfinished();
    Predictor predictor =
        new Predictor(
            requests(spark),
            new PredictionWriter(OutletConfig.of(settings, scoring.config())),
            checkpoint().address());
    try {
      query = predictor.start(scoring, settings.checkpointInterval());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the stream before has not ended in time", e);
    }
  }

  String version() {
    return scoring.version();
  }

  boolean serves(String version) {
    return scoring.version().equals(version);
  }

  /**
   * Throws IllegalStateException, with the cause in one line, when the stream has ended by itself.
   */
  void throwIfBroken() {
    if (!query.isActive()) {
      throw new IllegalStateException(
          query.exception().isDefined()
              ? BrokenStream.words(query.exception().get(), checkpoint().address())
              : "the stream has ended without a reason");
    }
  }

  void stop() {
    try {
      query.stop();
    } catch (TimeoutException e) {
      throw new IllegalStateException("the stream does not stop", e);
    }
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(settings.home().checkpoints().resolve(scoring.config().name()));
  }

  private void prepareTopics(Admin admin) throws InterruptedException {
    ModelConfig config = scoring.config();
    try {
      Topics.ensure(admin, config.topics(), settings.partitions());
      int partitions =
          admin
              .describeTopics(List.of(config.requestTopic()))
              .allTopicNames()
              .get()
              .get(config.requestTopic())
              .partitions()
              .size();
      if (partitions > settings.partitions()) {
        throw new IllegalStateException(
            "the topic "
                + config.requestTopic()
                + " has "
                + partitions
                + " partitions:"
                + " set FLIGHTS_PARTITIONS="
                + partitions);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the topics of " + config.name() + " cannot be made: " + e.getCause().getMessage(), e);
    }
  }

  private Dataset<Row> requests(SparkSession spark) {
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", kafka.servers())
        .option("subscribe", scoring.config().requestTopic())
        // A request accepted before the very first start is answered too.
        .option("startingOffsets", "earliest")
        .load();
  }
}
