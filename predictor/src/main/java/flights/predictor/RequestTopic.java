package flights.predictor;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import flights.core.kafka.Kafka;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.model.ModelConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The topic that the requests for a model come by. */
final class RequestTopic {

  private final ModelConfig model;
  private final Settings settings;
  private final Admin admin;

  RequestTopic(ModelConfig model, Settings settings, Admin admin) {
    this.model = model;
    this.settings = settings;
    this.admin = admin;
  }

  /**
   * Makes the model's topics that are not there yet; throws {@link BrokenStream} when this one has
   * more partitions than there are task slots for.
   */
  Checkpoint.Topic prepare() throws InterruptedException {
    String name = model.requestTopic();
    try {
      Topics.ensure(admin, model.topics(), settings.partitions());
      TopicDescription found = admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
      requireSlots(found.partitions().size());
      return new Checkpoint.Topic(name, found.topicId().toString());
    } catch (ExecutionException e) {
      throw BrokenStream.passing(
          "the topics of " + model.name() + " cannot be made: " + e.getCause().getMessage(), e);
    }
  }

  /** All requests that are not known to be answered. */
  Dataset<Row> stream(SparkSession spark) throws InterruptedException {
    return spark
        .readStream()
        .format("kafka")
        .option("kafka.bootstrap.servers", new Kafka(settings).servers())
        .option("subscribe", model.requestTopic())
        // A request accepted before the very first start is answered too.
        .option("startingOffsets", "earliest")
        .load()
        .filter(notBefore(Progress.told(admin, model.name())));
  }

  /**
   * A stream repeats what came since its last checkpoint: what is answered is passed over before it
   * is scored again.
   */
  private static Column notBefore(Map<TopicPartition, Long> answered) {
    Column wanted = lit(true);
    for (Map.Entry<TopicPartition, Long> entry : answered.entrySet()) {
      Column past =
          col("topic")
              .equalTo(entry.getKey().topic())
              .and(col("partition").equalTo(entry.getKey().partition()))
              .and(col("offset").lt(entry.getValue()));
      wanted = wanted.and(not(past));
    }
    return wanted;
  }

  private void requireSlots(int partitions) {
    if (partitions > settings.partitions()) {
      throw BrokenStream.lasting(
          "the topic "
              + model.requestTopic()
              + " has "
              + partitions
              + " partitions: set FLIGHTS_PARTITIONS="
              + partitions);
    }
  }
}
