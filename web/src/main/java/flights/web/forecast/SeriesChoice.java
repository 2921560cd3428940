package flights.web.forecast;

import java.util.List;

/**
 * A field by which a series is chosen.
 *
 * @param value that is chosen
 * @param label of it, for people
 * @param options to choose from, the first of them when there are many
 * @param all how many there are
 */
public record SeriesChoice(
    String field, String value, String label, List<Option> options, long all) {

  /** More are typed rather than looked for in a list. */
  private static final int MOST_IN_A_LIST = 200;

  /** A value and what it is called. */
  public record Option(String value, String label) {}

  static SeriesChoice of(VersionSeries series, String field, String value) {
    List<Option> options =
        series.values(field).stream().map(it -> new Option(it, label(series, field, it))).toList();
    return new SeriesChoice(
        field,
        value,
        label(series, field, value),
        options,
        series.summary().counts().getOrDefault(field, 0L));
  }

  private static String label(VersionSeries series, String field, String value) {
    String name = series.name(field, value);
    return name.equals(value) ? value : name + " (" + value + ")";
  }

  /** Whether the value is chosen from a list; else it is typed. */
  public boolean isList() {
    return all <= MOST_IN_A_LIST
        && options.stream().anyMatch(option -> option.value().equals(value));
  }
}
