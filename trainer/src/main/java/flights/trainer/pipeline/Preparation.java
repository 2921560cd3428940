package flights.trainer.pipeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes feature rows of raw rows by a pipeline's SQL, which reads from {@code raw}. */
public final class Preparation {

  private static final String RAW = "raw";
  private static final Pattern COLUMN = Pattern.compile("with name `([^`]+)`");
  private static final Pattern LINE = Pattern.compile("line (\\d+)");
  private static final Pattern HINT = Pattern.compile("\\[(`[^\\]]+`)\\]");

  private Preparation() {}

  /** Throws {@link PipelineException} with the line of what is wrong. */
  public static Dataset<Row> prepare(Dataset<Row> raw, String sql) {
    raw.createOrReplaceTempView(RAW);
    try {
      return raw.sparkSession().sql(sql);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        throw new PipelineException("prepare.sql" + words(e.getMessage()));
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
