package flights.flight.spark.outcome;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;

import flights.core.store.StoreAccess;
import flights.flight.FlightCollections;
import flights.model.store.StoreConnector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Predictions and outcomes as they are in the store. */
final class StoredRows {

  private static final String PREDICTED =
      "_id string, ModelVersion string, Carrier string, FlightNum string, FlightDate string,"
          + " Origin string, Dest string, DepDelay double, Prediction int, ExpectedArrDelay double,"
          + " ArrDelayP10 double, ArrDelayP90 double, ScoredAt timestamp";

  private final SparkSession spark;
  private final StoreAccess access;

  StoredRows(SparkSession spark, StoreAccess access) {
    this.spark = spark;
    this.access = access;
  }

  /** Those that tell which flight they are about. */
  Dataset<Row> predictions() {
    return read(FlightCollections.RESPONSES, PREDICTED + ", Probabilities array<double>")
        .where("FlightNum is not null and ModelVersion is not null and Prediction is not null")
        // History has numbers without leading zeros.
        .withColumn("FlightNum", regexp_replace(col("FlightNum"), "^0+(?=.)", ""));
  }

  Dataset<Row> outcomes() {
    return read(
        FlightCollections.PREDICTION_OUTCOMES,
        PREDICTED + ", ActualArrDelay double, ActualBucket int, Probability double");
  }

  private Dataset<Row> read(String collection, String schema) {
    return StoreConnector.read(spark.read().schema(schema), access, collection)
        .repartition(spark.sparkContext().defaultParallelism());
  }
}
