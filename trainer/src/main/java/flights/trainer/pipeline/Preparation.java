package flights.trainer.pipeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Runs the SQL of a pipeline on its rows. */
public final class Preparation {

  private static final Pattern COLUMN = Pattern.compile("with name `([^`]+)`");
  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final Pattern HINT = Pattern.compile("\\[(`[^\\]]+`)\\]");

  private Preparation() {}

  /**
   * What {@code clean.sql} makes of raw rows, which are its table {@code raw}. Throws {@link
   * PipelineException} with the line of what is wrong.
   */
  public static Dataset<Row> clean(Dataset<Row> raw, String sql) {
    raw.createOrReplaceTempView("raw");
    return query(raw, sql, "clean.sql");
  }

  /**
   * What {@code prepare.sql} makes of rows; throws {@link PipelineException} with the line of what
   * is wrong.
   *
   * @param table the name of the rows: {@code raw}, or {@code clean} when they have been cleaned
   */
  public static Dataset<Row> prepare(Dataset<Row> rows, String table, String sql) {
    rows.createOrReplaceTempView(table);
    return query(rows, sql, "prepare.sql");
  }

  private static Dataset<Row> query(Dataset<Row> rows, String sql, String file) {
    try {
      return rows.sparkSession().sql(sql);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new PipelineException(file + words(e.getMessage()));
      }
      throw e;
    }
  }

  private static String words(String message) {
    String first = message.lines().findFirst().orElse("");
    Matcher line = LINE.matcher(message);
    String where = line.find() ? " line " + line.group(1) + ": " : ": ";
    Matcher column = COLUMN.matcher(first);
    Matcher hint = HINT.matcher(first.replaceFirst("^\\[[A-Z_.]+\\]", ""));
    return where
        + (column.find()
            ? "there is no column "
                + column.group(1)
                + (hint.find() ? "; did you mean one of " + hint.group(1) + "?" : "")
            : first);
  }
}
