package flights.trainer;

import static org.apache.spark.sql.functions.col;

import flights.core.text.Count;
import flights.model.domain.InputRows;
import flights.trainer.pipeline.PipelineException;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.pipeline.Preparation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The rows that {@code prepare.sql} starts from.
 *
 * @param table its name for them
 * @param dropped how many rows are not among them, by reason, the most frequent first
 * @param release lets go of what is kept for them
 */
record CleanRows(Dataset<Row> rows, String table, Map<String, Long> dropped, Runnable release)
    implements AutoCloseable {

  /** More reasons than a card should tell: then a reason holds what stands in the row. */
  static final int MOST_REASONS = 100;

  private static final String DROPPED = "dropped";

  /**
   * The raw rows, without those that the pipeline's {@code clean.sql} drops where it has one. They
   * are read once, and kept until they are closed.
   *
   * @param path where they come from, for messages
   * @throws PipelineException when too many are dropped
   */
  static CleanRows of(InputRows raw, PipelineReader reader, PipelineSpec spec, String path) {
    return reader
        .cleanSql(spec.name())
        .map(sql -> cleaned(raw, sql, spec.mostDropped(), path))
        .orElseGet(() -> new CleanRows(raw.rows(), "raw", raw.dropped(), () -> {}));
  }

  @Override
  public void close() {
    release.run();
  }

  private static CleanRows cleaned(InputRows raw, String sql, Double mostDropped, String path) {
    Dataset<Row> query = Preparation.clean(raw.rows(), sql);
    requireReasons(query);
    // The counts go over all rows, and what comes after over the good ones: one reading for both.
    // They are kept without the query behind them: Spark would not know it again inside another
    // one, when both have common table expressions, and would read once more.
    Dataset<Row> all =
        query.sparkSession().createDataFrame(query.javaRDD(), query.schema()).cache();
    try {
      Map<String, Long> counts = new LinkedHashMap<>(raw.dropped());
      long good = count(all, counts);
      requireEnough(good, counts, mostDropped, path);
      Column dropped = col(DROPPED);
      return new CleanRows(
          all.where(dropped.isNull()).drop(dropped), "clean", counts, () -> all.unpersist());
    } catch (RuntimeException e) {
      all.unpersist();
      throw e;
    }
  }

  /** Adds to the counts by reason; returns how many rows have none. */
  private static long count(Dataset<Row> all, Map<String, Long> counts) {
    List<Row> found =
        all.groupBy(DROPPED)
            .count()
            .orderBy(col("count").desc(), col(DROPPED))
            .limit(MOST_REASONS + 2)
            .collectAsList();
    if (found.size() > MOST_REASONS + 1) {
      throw new PipelineException(
          "clean.sql gives over %d reasons in %s: a reason is a few words, and tells nothing of its row"
              .formatted(MOST_REASONS, DROPPED));
    }
    long good = 0;
    for (Row row : found) {
      if (row.isNullAt(0)) {
        good = row.getLong(1);
      } else {
        counts.merge(row.getString(0), row.getLong(1), Long::sum);
      }
    }
    return good;
  }

  private static void requireReasons(Dataset<Row> all) {
    if (!Arrays.asList(all.columns()).contains(DROPPED)) {
      throw new PipelineException(
          "clean.sql makes no column %s, which is the reason why a row is dropped, or null"
              .formatted(DROPPED));
    }
    DataType type = all.schema().apply(DROPPED).dataType();
    if (!type.equals(DataTypes.StringType)) {
      throw new PipelineException(
          "clean.sql makes the column %s as %s; it is a text, or null for a good row"
              .formatted(DROPPED, type.simpleString()));
    }
  }

  private static void requireEnough(
      long good, Map<String, Long> dropped, Double mostDropped, String path) {
    long bad = dropped.values().stream().mapToLong(Long::longValue).sum();
    long all = good + bad;
    if (all == 0) {
      throw new PipelineException(path + " has no rows");
    }
    if (mostDropped != null && bad > mostDropped * all) {
      throw new PipelineException(
          String.format(
              Locale.US,
              "%s: %,d of %s cannot be used, more than most_dropped (%s) allows: %s",
              path,
              bad,
              Count.of(all, "row"),
              mostDropped,
              words(dropped)));
    }
    if (good == 0) {
      throw new PipelineException(path + ": no row can be used: " + words(dropped));
    }
  }

  /** How many rows by reason, in one line. */
  static String words(Map<String, Long> dropped) {
    return dropped.entrySet().stream()
        .filter(reason -> reason.getValue() > 0)
        .map(reason -> String.format(Locale.US, "%s %,d", reason.getKey(), reason.getValue()))
        .collect(Collectors.joining(", "));
  }
}
