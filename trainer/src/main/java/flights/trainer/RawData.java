package flights.trainer;

import flights.trainer.data.FlightHistory;
import flights.trainer.data.HistoryException;
import flights.trainer.data.ReadReport;
import flights.trainer.pipeline.PipelineSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows that a pipeline starts from.
 *
 * @param dropped how many rows are not among them, by reason
 * @param release lets go of what is kept for them
 */
record RawData(Dataset<Row> rows, String format, Map<String, Long> dropped, Runnable release)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RawData.class);
  private static final String FLIGHTS = "flights";

  /** Throws {@link HistoryException} or IllegalArgumentException when nothing can be read. */
  static RawData read(SparkSession spark, PipelineSpec spec, String path) {
    return spec.input().equals(FLIGHTS) ? flights(spark, path) : others(spark, spec, path);
  }

  @Override
  public void close() {
    release.run();
  }

  private static RawData flights(SparkSession spark, String path) {
    FlightHistory history = FlightHistory.keep(spark, path);
    ReadReport report = history.report();
    LOG.info("{}", report.summary());
    Map<String, Long> dropped = new LinkedHashMap<>();
    dropped.put("cancelled or diverted", report.dropped());
    dropped.put("malformed", report.malformed());
    return new RawData(history.flights(), report.format(), dropped, history::close);
  }

  private static RawData others(SparkSession spark, PipelineSpec spec, String path) {
    try {
      Dataset<Row> rows = spark.read().format(spec.input()).options(spec.options()).load(path);
      requireColumns(rows, spec, path);
      return new RawData(rows, spec.input(), Map.of(), () -> {});
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

  private static void requireColumns(Dataset<Row> rows, PipelineSpec spec, String path) {
    List<String> there = List.of(rows.columns());
    for (String column : spec.columns()) {
      if (!there.contains(column)) {
        throw new IllegalArgumentException(
            path
                + " has no column "
                + column
                + ", which "
                + spec.name()
                + " needs; it has "
                + String.join(", ", there));
      }
    }
  }
}
