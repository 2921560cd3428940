package flights.flight.spark.outcome;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;

import flights.core.store.Store;
import flights.flight.FlightCollections;
import flights.flight.outcome.OutcomeSummaries;
import flights.flight.outcome.OutcomeSummary;
import flights.flight.spark.history.FlightHistory;
import flights.flight.spark.reference.LookUp;
import flights.flight.spark.reference.LookUpWriter;
import flights.model.domain.Domains;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What really happened to the flights that were predicted, and how right each model version was by
 * it. A flight is known by its carrier, number, date, origin and destination.
 */
public final class Outcomes {

  private static final String[] FLIGHT = {"Carrier", "FlightNum", "FlightDate", "Origin", "Dest"};

  private final SparkSession spark;
  private final Store store;
  private final LookUpWriter writer;
  private final StoredRows stored;

  /** What was found. */
  public record Report(long predictions, long landed, List<OutcomeSummary> summaries) {}

  public Outcomes(SparkSession spark, Store store) {
    this.spark = spark;
    this.store = store;
    this.writer = new LookUpWriter(store);
    this.stored = new StoredRows(spark, store.access());
  }

  /**
   * Adds the outcomes that the flights at a path tell, and reckons each version anew by all that
   * are known. Done again, it changes nothing.
   *
   * @throws flights.flight.spark.history.HistoryException when there is nothing there that can be
   *     read
   */
  public Report join(String path) {
    Domains.found().registerFunctions(spark);
    Dataset<Row> predictions = stored.predictions().cache();
    try (FlightHistory history = FlightHistory.keep(spark, path)) {
      Dataset<Row> outcomes = outcomes(landed(history.flights(), predictions), predictions);
      long landed =
          writer
              .write(new LookUp(FlightCollections.PREDICTION_OUTCOMES, outcomes, false))
              .documents();
      List<OutcomeSummary> summaries = Summing.of(stored.outcomes());
      summaries.forEach(new OutcomeSummaries(store)::put);
      return new Report(predictions.count(), landed, summaries);
    } finally {
      predictions.unpersist();
    }
  }

  /** The flights that were asked for, but those that the history has twice. */
  private static Dataset<Row> landed(Dataset<Row> flights, Dataset<Row> predictions) {
    Dataset<Row> asked = predictions.selectExpr(FLIGHT).distinct();
    return flights
        .withColumn("FlightDate", col("FlightDate").cast("string"))
        .join(broadcast(asked), FLIGHT)
        .groupBy(columns(FLIGHT))
        .agg(first("ArrDelay").as("ActualArrDelay"), count(lit(1)).as("times"))
        .where("times = 1")
        .drop("times");
  }

  private static Dataset<Row> outcomes(Dataset<Row> landed, Dataset<Row> predictions) {
    return predictions
        .join(landed, FLIGHT)
        .withColumn("ActualBucket", expr("flight_delay_bucket(ActualArrDelay)"))
        .withColumn("Probability", expr("get(Probabilities, ActualBucket)"))
        .drop("Probabilities");
  }

  private static Column[] columns(String... names) {
    return List.of(names).stream().map(name -> col(name)).toArray(Column[]::new);
  }
}
