package flights.web.streams;

import java.util.List;
import java.util.Map;

/**
 * Daily series as a page shows them.
 *
 * @param series by their names
 * @param more whether there are more, which are not shown
 * @param quality of the forecasts of days that have come; null when there is none
 */
public record SeriesView(List<Series> series, boolean more, Quality quality) {

  /**
   * A series.
   *
   * @param statistics their values by heading
   * @param days the latest, the oldest first
   * @param forecast the newest; null for none
   */
  public record Series(
      String name, Map<String, Object> statistics, List<Day> days, Forecast forecast) {}

  /** A day. */
  public record Day(String date, double value, boolean marked) {}

  /**
   * What is expected of a day.
   *
   * @param probability of a mark; null when it is not known
   */
  public record Forecast(String date, String text, Double probability, String version) {}

  /**
   * How right forecasts were, as shares of the days.
   *
   * @param baseText what always to say would have been right most often
   */
  public record Quality(
      int days, double right, double base, String baseText, double asTheDayBefore) {}
}
