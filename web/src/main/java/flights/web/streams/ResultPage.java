package flights.web.streams;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is shown of a stream's results: the file {@code page.yaml} of its folder.
 *
 * @param about a sentence; null for none
 * @param collection where they are
 * @param newest the column by which they are newer or older: a time, as a date, as text as in
 *     ISO-8601, or in milliseconds
 * @param columns that are shown, with their headings
 * @param verdict null when no column says what was found
 * @param countBy columns by which those that stand out are counted
 * @param series daily series that are drawn; null for none. With them the results may be left out,
 *     and the collection is null then
 */
public record ResultPage(
    String title,
    String about,
    String collection,
    String newest,
    Map<String, String> columns,
    Verdict verdict,
    List<String> countBy,
    SeriesPage series) {

  private static final int MOST_COLUMNS = 20;
  private static final int MOST_VALUES = 10;
  private static final int MOST_COUNTED = 4;

  /**
   * The column that says what was found.
   *
   * @param values that it may have
   * @param standsOut the one of them that people look for
   */
  public record Verdict(String column, List<String> values, String standsOut) {

    public Verdict {
      require(column, "verdict.column");
      check(
          values != null && !values.isEmpty() && values.size() <= MOST_VALUES,
          "verdict.values must be 1 to " + MOST_VALUES);
      values = List.copyOf(values);
      check(values.contains(standsOut), "verdict.stands_out must be one of verdict.values");
    }
  }

  public ResultPage {
    require(title, "title");
    if (collection != null || series == null) {
      require(collection, "collection");
      require(newest, "newest");
      check(
          columns != null && !columns.isEmpty() && columns.size() <= MOST_COLUMNS,
          "columns must be 1 to " + MOST_COLUMNS + ", each with its heading");
    }
    columns =
        columns == null
            ? Map.of()
            : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    countBy = countBy == null ? List.of() : List.copyOf(countBy);
    check(
        countBy.isEmpty() || (verdict != null && countBy.size() <= MOST_COUNTED),
        "count_by needs verdict, and has " + MOST_COUNTED + " columns at most");
  }

  /** The heading of a column. */
  String heading(String column) {
    return columns.getOrDefault(column, column.replace('_', ' '));
  }

  public boolean standsOut(Object value) {
    return verdict != null && verdict.standsOut().equals(value);
  }

  private static void require(String value, String key) {
    check(value != null && !value.isBlank(), key + " is missing");
  }

  private static void check(boolean good, String problem) {
    if (!good) {
      throw new IllegalArgumentException(problem);
    }
  }
}
