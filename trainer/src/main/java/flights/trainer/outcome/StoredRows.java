package flights.trainer.outcome;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;

import com.mongodb.spark.sql.connector.read.partitioner.SinglePartitionPartitioner;
import flights.core.store.Collections;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Predictions and outcomes as they are in the store. */
final class StoredRows {

  private static final String PREDICTED =
      "_id string, ModelVersion string, Carrier string, FlightNum string, FlightDate string,"
          + " Origin string, Dest string, DepDelay double, Prediction int, ExpectedArrDelay double,"
          + " ArrDelayP10 double, ArrDelayP90 double";

  private final SparkSession spark;
  private final String uri;
  private final String database;

  StoredRows(SparkSession spark, String uri, String database) {
    this.spark = spark;
    this.uri = uri;
    this.database = database;
  }

  /** Those that tell which flight they are about. */
  Dataset<Row> predictions() {
    return read(Collections.RESPONSES, PREDICTED + ", Probabilities array<double>")
        .where("FlightNum is not null and ModelVersion is not null and Prediction is not null")
        // History has numbers without leading zeros.
        .withColumn("FlightNum", regexp_replace(col("FlightNum"), "^0+(?=.)", ""));
  }

  Dataset<Row> outcomes() {
    return read(
        Collections.PREDICTION_OUTCOMES,
        PREDICTED + ", ActualArrDelay double, ActualBucket int, Probability double");
  }

  private Dataset<Row> read(String collection, String schema) {
    return spark
        .read()
        .format("mongodb")
        .schema(schema)
        .option("connection.uri", uri)
        .option("database", database)
        .option("collection", collection)
        // Dividing it takes a command that the embedded store lacks.
        .option("partitioner", SinglePartitionPartitioner.class.getName())
        .load()
        .repartition(spark.sparkContext().defaultParallelism());
  }
}
