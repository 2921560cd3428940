package flights.predictor.stream;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import flights.core.contract.ModelConfig;
import flights.core.json.Json;
import flights.core.kafka.KafkaAccess;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.predictor.answer.CommittedOffsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The topic that the requests for a model come by. */
final class RequestTopic {

  /** What Spark takes for the first offset that there is. */
  private static final long EARLIEST = -2;

  private final ModelConfig model;
  private final Settings settings;
  private final Admin admin;
  private int partitionsRead;

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
    try {
      Topics.ensure(admin, model.topics(), settings.partitions(), settings.keep());
      TopicDescription found = describe();
      requireSlots(found.partitions().size());
      return new Checkpoint.Topic(found.name(), found.topicId().toString());
    } catch (ExecutionException e) {
      throw BrokenStream.passing(
          "the topics of " + model.name() + " cannot be made: " + e.getCause().getMessage(), e);
    }
  }

  /**
   * The requests from the first one that is not known to be answered. A stream in real time would
   * repeat all that came since its last checkpoint, which takes seconds: it goes by this instead.
   */
  Dataset<Row> fromFirstUnanswered(SparkSession spark) throws InterruptedException {
    String name = model.requestTopic();
    Map<Integer, Long> next = new TreeMap<>();
    try {
      Map<TopicPartition, Long> answered = CommittedOffsets.told(admin, model.name());
      for (TopicPartitionInfo partition : describe().partitions()) {
        int number = partition.partition();
        next.put(number, answered.getOrDefault(new TopicPartition(name, number), EARLIEST));
      }
    } catch (ExecutionException e) {
      throw unreadable(e);
    }
    partitionsRead = next.size();
    return stream(spark, Json.write(Map.of(name, next)));
  }

  /** Whether there are partitions now that {@link #fromFirstUnanswered} did not find. */
  boolean hasGrown() throws InterruptedException {
    try {
      return describe().partitions().size() > partitionsRead;
    } catch (ExecutionException e) {
      // Told by others; here it is only to be looked at again.
      return false;
    }
  }

  /** The requests that the stream's checkpoint has not passed and that are not answered. */
  Dataset<Row> fromCheckpoint(SparkSession spark) throws InterruptedException {
    try {
      // A request accepted before the very first start is answered too.
      return stream(spark, "earliest")
          .filter(notBefore(CommittedOffsets.told(admin, model.name())));
    } catch (ExecutionException e) {
      throw unreadable(e);
    }
  }

  private Dataset<Row> stream(SparkSession spark, String startingOffsets) {
    return spark
        .readStream()
        .format("kafka")
        .options(KafkaAccess.of(settings).sparkOptions())
        .option("subscribe", model.requestTopic())
        .option("startingOffsets", startingOffsets)
        .load();
  }

  private TopicDescription describe() throws InterruptedException, ExecutionException {
    String name = model.requestTopic();
    return admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
  }

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

  private BrokenStream unreadable(ExecutionException e) {
    return BrokenStream.passing(
        "Kafka does not tell how far " + model.name() + " is: " + e.getCause().getMessage(), e);
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
