package flights.web.streams;

import java.util.List;
import java.util.Map;

/**
 * The newest results of a stream, and what was found in the last hour.
 *
 * @param columns their headings, by their names
 * @param rows the newest first, each with values that JSON knows
 * @param lastHour by what was found; empty when no column says that
 * @param counted of those in the last hour that stand out
 */
public record ResultView(
    String collection,
    Map<String, String> columns,
    List<Map<String, Object>> rows,
    List<VerdictCount> lastHour,
    Counted counted) {

  /**
   * How often something was found.
   *
   * @param more whether there are more, which were not counted
   */
  public record VerdictCount(String verdict, boolean standsOut, long count, boolean more) {}

  /**
   * What stands out, by the values of some columns.
   *
   * @param of how many of the newest were counted
   * @param more whether there are more, which were not
   */
  public record Counted(String verdict, int of, boolean more, List<ColumnCounts> by) {}

  /** The most frequent values of a column, the most frequent first. */
  public record ColumnCounts(String column, String heading, List<ValueCount> values) {}

  public record ValueCount(String value, long count) {}
}
