package flights.web.streams;

import java.util.List;
import java.util.Map;

/**
 * What is shown of daily series, such as those of weather stations: the key {@code series} of
 * {@code page.yaml}.
 *
 * @param collection a document for each series and day, a bounded number for each series
 * @param by the column that names the series
 * @param at the column with the day, as in ISO-8601
 * @param value the column with the number that is drawn
 * @param unit of the number, in words; null for none
 * @param mark what is marked on a day; null for nothing
 * @param statistics of each series
 * @param forecasts of what is marked; null for none
 */
public record SeriesPage(
    String collection,
    String by,
    String at,
    String value,
    String unit,
    Mark mark,
    Statistics statistics,
    Forecasts forecasts) {

  /**
   * A column with 1 on days that are marked, and 0 on others.
   *
   * @param means what a mark means, in a word
   */
  public record Mark(String column, String means) {}

  /**
   * A document for each series, with its name as its id.
   *
   * @param columns with their headings
   */
  public record Statistics(String collection, Map<String, String> columns) {}

  /**
   * What was predicted of the mark, a document for each series and day.
   *
   * @param column with 1 for days that are expected to be marked, and 0 for others
   * @param probability the column with the probability of a mark
   * @param words for 0 and for 1
   */
  public record Forecasts(
      String collection, String column, String probability, List<String> words) {}

  public SeriesPage {
    require(collection, "collection");
    require(by, "by");
    require(at, "at");
    require(value, "value");
    if (statistics == null || statistics.collection() == null || statistics.columns() == null) {
      throw new IllegalArgumentException("series.statistics needs collection and columns");
    }
    if (forecasts != null && (mark == null || forecasts.words() == null)) {
      throw new IllegalArgumentException("series.forecasts needs mark, and words for 0 and 1");
    }
    if (forecasts != null && forecasts.words().size() != 2) {
      throw new IllegalArgumentException("series.forecasts.words must be two, for 0 and for 1");
    }
  }

  private static void require(String value, String key) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("series." + key + " is missing");
    }
  }
}
