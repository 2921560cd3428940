package flights.core.card;

import java.util.List;

/**
 * What a feature counts for in a fitted model.
 *
 * @param values one, or one a class
 */
public record FeatureWeight(String feature, List<Double> values) {

  public FeatureWeight {
    values = NoNulls.list(values);
  }
}
