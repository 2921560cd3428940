package flights.core.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is known of all series of a version.
 *
 * @param begunAt when they were written
 * @param complete whether all of them are there
 * @param series how many there are
 * @param last the last month that any of them has, such as 2024-03
 * @param first the values of the fields that tell series apart, of the first one
 * @param values of each of these fields, in their order; the first {@link #MOST_VALUES}
 * @param counts how many values each of these fields has
 */
public record SeriesSummary(
    String model,
    String version,
    Instant begunAt,
    boolean complete,
    long series,
    String last,
    Map<String, String> first,
    Map<String, List<String>> values,
    Map<String, Long> counts) {

  /** More are not listed, so that a list can be read and a document stays small. */
  public static final int MOST_VALUES = 2_000;

  /** The one that stands there before the first series. */
  public static SeriesSummary begun(String model, String version, Instant at) {
    return new SeriesSummary(model, version, at, false, 0, null, Map.of(), Map.of(), Map.of());
  }
}
