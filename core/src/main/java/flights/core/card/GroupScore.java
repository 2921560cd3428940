package flights.core.card;

import java.util.Map;

/**
 * The figures of the rows with one value of a column.
 *
 * @param metrics by the keys of {@link CardMetric}
 */
public record GroupScore(String value, long rows, Map<String, Double> metrics) {

  public GroupScore {
    metrics = NoNulls.map(metrics);
  }
}
