package flights.trainer;

import flights.trainer.data.FlightHistory;
import flights.trainer.data.HistoryException;
import flights.trainer.pipeline.PipelineSpec;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the rows that a pipeline starts from. */
final class RawData {

  private static final Logger LOG = LoggerFactory.getLogger(RawData.class);
  private static final String FLIGHTS = "flights";

  private RawData() {}

  /** Throws {@link HistoryException} when there is nothing that can be read. */
  static Dataset<Row> read(SparkSession spark, PipelineSpec spec, String path) {
    if (spec.input().equals(FLIGHTS)) {
      FlightHistory history = FlightHistory.read(spark, path);
      LOG.info("{}", history.report().summary());
      return history.flights();
    }
    try {
      return spark.read().format(spec.input()).options(spec.options()).load(path);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new IllegalArgumentException(
            path
                + " cannot be read as "
                + spec.input()
                + ": "
                + e.getMessage().lines().findFirst().orElse(""),
            e);
      }
      throw e;
    }
  }
}
