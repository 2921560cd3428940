package flights.sql.source;

import static org.apache.spark.sql.functions.col;

import flights.core.kafka.KafkaAccess;
import flights.core.settings.Settings;
import flights.sql.statement.Options;
import flights.sql.statement.SqlFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation$;
import scala.Option;

/** Topics as Spark reads them: a stream of all rows, or a table of the latest by key. */
final class KafkaRows {

  private static final int SHARE_OF_HEAP = 4;

  /** What a query that has been away does at once, and does again when it breaks. */
  private static final int MOST_A_BATCH = 200_000;

  private final SparkSession spark;
  private final Settings settings;
  private final EventTime eventTime;
  private final Map<String, PassedOver> passedOver = new HashMap<>();

  KafkaRows(SparkSession spark, Settings settings) {
    this.spark = spark;
    this.settings = settings;
    this.eventTime = new EventTime(new SparkFaults(spark));
  }

  /** Empty for what is not read from Kafka. */
  Optional<PassedOver> passedOver(Relation relation) {
    return Optional.ofNullable(passedOver.get(relation.name()));
  }

  /** Throws {@link SqlFault} when its options do not fit. */
  Dataset<Row> stream(Relation relation, Options options) {
    Dataset<Row> rows =
        spark
            .readStream()
            .format("kafka")
            .options(KafkaAccess.of(settings).sparkOptions())
            .option("subscribe", relation.topic())
            .option("maxOffsetsPerTrigger", options.number("batch", MOST_A_BATCH))
            .option("startingOffsets", options.oneOf("start", List.of("earliest", "latest")))
            .load()
            .select(
                relation.format().row(col("value"), relation.columns()).as("row"),
                col("timestamp").as(EventTime.RECORD_TIME))
            .filter(counted(relation).filter(col("row")))
            .select(eventTime.columns(relation.columns(), options));
    return eventTime.of(rows, options);
  }

  Dataset<Row> table(Relation relation) {
    long mostBytes = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    TableReplica replica =
        new TableReplica(relation, settings, spark, counted(relation), mostBytes);
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark,
        DataSourceV2Relation$.MODULE$.create(
            new ReplicaTable(relation, replica), Option.empty(), Option.empty()));
  }

  private PassedOver counted(Relation relation) {
    return passedOver.computeIfAbsent(relation.name(), name -> new PassedOver(name, spark));
  }
}
