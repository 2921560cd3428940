package flights.trainer.data;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.udf;

import flights.core.reference.ReferenceData;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Flights that have landed, whatever format they were kept in.
 *
 * @param flights columns as in {@link #SCHEMA}; not cached
 */
public record FlightHistory(Dataset<Row> flights, ReadReport report) {

  /**
   * FlightDate, Carrier, FlightNum (digits without leading zeros), TailNum (or null), Origin, Dest,
   * CRSDepTime and CRSArrTime (local, 0 to 2359 as hhmm, or null), CRSElapsedTime (minutes, or
   * null), DepDelay, ArrDelay (minutes), Distance (miles, or null).
   */
  public static final StructType SCHEMA = HistoryColumns.schema();

  private static final double MOST_MALFORMED = 0.05;
  private static final String STATE = "State";

  /**
   * Reads the flights of a file, a folder or a glob, on any Hadoop file system. Rows without both
   * delays are left out, and so are rows that make no sense; the report counts them.
   *
   * @throws HistoryException when there are no flights of one known format there, or more than one
   *     row in twenty makes no sense
   */
  public static FlightHistory read(SparkSession spark, String path) {
    HistoryFiles files = HistoryFiles.at(path, spark.sparkContext().hadoopConfiguration());
    try {
      Dataset<Row> rows = states(new RawRows(spark, files.format()).of(files.files()));
      Tally tally = Tally.of(rows.select(STATE).as(Encoders.STRING()));
      ReadReport report = report(path, files, tally);
      check(report);
      return new FlightHistory(typed(rows.where(col(STATE).equalTo(Tally.SOUND))), report);
    } catch (HistoryException e) {
      throw e;
    } catch (Exception e) {
      throw new HistoryException(path + " cannot be read", e);
    }
  }

  private static Dataset<Row> states(Dataset<Row> texts) {
    String state =
        "case when Whole is null then concat_ws(' ', 'a row breaks off or cannot be parsed:', ROW)"
            + " when PROBLEM is not null then concat_ws(' ', PROBLEM, 'in', ROW)"
            + " when DepDelay is null or ArrDelay is null then '%s' else '%s' end"
                .formatted(Tally.DROPPED, Tally.SOUND);
    return texts.withColumn(
        STATE,
        expr(
            state
                .replace("PROBLEM", HistoryColumns.problem())
                .replace(
                    "ROW",
                    "left(concat_ws(' ', FlightDate, Carrier, FlightNum, Origin, Dest), 80)")));
  }

  private static Dataset<Row> typed(Dataset<Row> texts) {
    Dataset<Row> typed =
        texts.selectExpr(
            HistoryColumns.ALL.stream().map(HistoryColumn::typed).toArray(String[]::new));
    Column scheduled =
        udf(ScheduledTime.by(ReferenceData.bundled()), DataTypes.DoubleType)
            .apply(
                expr("unix_date(FlightDate)"),
                col("Origin"),
                col("Dest"),
                col("CRSDepTime"),
                col("CRSArrTime"));
    return typed.withColumn("CRSElapsedTime", coalesce(col("CRSElapsedTime"), scheduled));
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
}
