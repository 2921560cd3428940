package flights.flight.spark.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import flights.flight.ScheduledTime;
import flights.flight.reference.ReferenceData;
import flights.model.domain.InputRows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flights that have landed, whatever format they were kept in.
 *
 * @param flights FlightDate (a date), Carrier, FlightNum (digits without leading zeros), TailNum
 *     (or null), Origin, Dest, CRSDepTime and CRSArrTime (local, 0 to 2359 as hhmm, or null),
 *     CRSElapsedTime (minutes as a double, or null), DepDelay, ArrDelay (minutes as doubles),
 *     Distance (miles as a double, or null)
 * @param rows what the flights are taken from
 */
public record FlightHistory(Dataset<Row> flights, ReadReport report, Dataset<Row> rows)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FlightHistory.class);
  private static final double MOST_MALFORMED = 0.05;

  /**
   * Reads the flights of a file, a folder or a glob, on any Hadoop file system. Rows without both
   * delays are left out, and so are rows that make no sense; the report counts them.
   *
   * <p>The files are read again by whatever is done with the flights.
   *
   * @throws HistoryException when there are no flights of one known format there, or more than one
   *     row in twenty makes no sense
   */
  public static FlightHistory read(SparkSession spark, String path) {
    return read(spark, path, FlightHistory::typed);
  }

  /** The same, but read once and kept at hand until closed, in parts for all processors. */
  public static FlightHistory keep(SparkSession spark, String path) {
    return read(
        spark, path, texts -> typed(inParts(texts)).persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /**
   * The flights of some days as they were planned, with the columns of {@link #flights}, also those
   * that were cancelled (both delays are null) or did not arrive (the arrival's is). Rows that make
   * no sense are left out.
   *
   * @param to the day after the last one
   * @throws HistoryException when there are no files of one known format there
   */
  public static Dataset<Row> planned(
      SparkSession spark, String path, LocalDate from, LocalDate to) {
    HistoryFiles files = HistoryFiles.at(path, spark.sparkContext().hadoopConfiguration());
    Dataset<Row> rows = typed(new RawRows(spark, files.format()).of(files.files()));
    return withDates(rows.where(col(TypedRow.STATE).isin(TypedRow.SOUND, TypedRow.DROPPED)))
        .where(col("FlightDate").geq(lit(from)).and(col("FlightDate").lt(lit(to))));
  }

  /** What a pipeline with the input {@code flights} starts from. */
  public static InputRows inputRows(SparkSession spark, String path) {
    FlightHistory history = keep(spark, path);
    ReadReport report = history.report();
    LOG.info("{}", report.summary());
    Map<String, Long> dropped = new LinkedHashMap<>();
    dropped.put("cancelled or diverted", report.dropped());
    dropped.put("malformed", report.malformed());
    return new InputRows(history.flights(), report.format(), dropped, history::close);
  }

  private static FlightHistory read(
      SparkSession spark, String path, UnaryOperator<Dataset<Row>> typed) {
    HistoryFiles files = HistoryFiles.at(path, spark.sparkContext().hadoopConfiguration());
    try {
      Dataset<Row> rows = typed.apply(new RawRows(spark, files.format()).of(files.files()));
      Tally tally = Tally.of(rows.select(TypedRow.STATE).as(Encoders.STRING()));
      FlightHistory history = new FlightHistory(sound(rows), report(path, files, tally), rows);
      check(history);
      return history;
    } catch (HistoryException e) {
      throw e;
    } catch (Exception e) {
      throw new HistoryException(path + " cannot be read", e);
    }
  }

  /** A small file comes in one part, which would keep one processor busy and the others idle. */
  private static Dataset<Row> inParts(Dataset<Row> rows) {
    int processors = rows.sparkSession().sparkContext().defaultParallelism();
    return rows.rdd().getNumPartitions() < processors
        ? rows.repartition(processors, col("FlightNum"))
        : rows;
  }

  private static Dataset<Row> typed(Dataset<Row> texts) {
    ScheduledTime scheduled = ReferenceData.bundled().scheduledTime();
    return texts.map(new TypedRow(scheduled), Encoders.row(TypedRow.schema()));
  }

  private static Dataset<Row> sound(Dataset<Row> rows) {
    return withDates(rows.where(col(TypedRow.STATE).equalTo(TypedRow.SOUND)));
  }

  private static Dataset<Row> withDates(Dataset<Row> rows) {
    return rows.drop(TypedRow.STATE)
        .withColumn("FlightDate", expr("date_from_unix_date(FlightDate)"));
  }

  private static ReadReport report(String path, HistoryFiles files, Tally tally) {
    return new ReadReport(
        files.format().name(),
        path,
        files.files().size(),
        tally.rows(),
        tally.dropped(),
        tally.malformed(),
        List.copyOf(tally.examples()));
  }

  private static void check(FlightHistory history) {
    try {
      check(history.report());
    } catch (HistoryException e) {
      history.close();
      throw e;
    }
  }

  private static void check(ReadReport report) {
    if (report.malformed() > MOST_MALFORMED * report.rows()) {
      throw new HistoryException(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d rows make no sense, for example: %s",
              report.path(),
              report.malformed(),
              report.rows(),
              String.join("; ", report.examples())));
    }
    if (report.flights() == 0) {
      throw new HistoryException(
          report.path() + ": none of its " + report.rows() + " rows is a flight that has landed");
    }
  }

  @Override
  public void close() {
    rows.unpersist();
  }
}
