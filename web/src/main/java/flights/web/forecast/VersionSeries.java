package flights.web.forecast;

import flights.core.series.SeriesSummary;
import java.util.List;
import java.util.Map;

/**
 * The series of a version, and what their values are called.
 *
 * @param names by field, then by value; a value without a name is missing
 */
record VersionSeries(SeriesSummary summary, Map<String, Map<String, String>> names) {

  private static final Map<String, String> NONE = Map.of();

  /** The value itself where it has no name. */
  String name(String field, String value) {
    return names.getOrDefault(field, NONE).getOrDefault(value, value);
  }

  /** The value that people mean: what they typed, or the value of that name. */
  String value(String field, String typed) {
    return values(field).contains(typed)
        ? typed
        : names.getOrDefault(field, NONE).entrySet().stream()
            .filter(it -> it.getValue().equalsIgnoreCase(typed))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(typed);
  }

  List<String> values(String field) {
    return summary.values().getOrDefault(field, List.of());
  }
}
