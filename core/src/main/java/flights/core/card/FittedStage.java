package flights.core.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What a stage of a pipeline has learnt, as far as it can be read. What a kind of model does not
 * have is empty.
 *
 * @param stage its class
 * @param features how many it has; the lists hold those that count most
 * @param importances of trees: shares that together are 1
 * @param coefficients of linear models
 * @param text the trees as Spark writes them; null for another model
 * @param cut what the text leaves out, in words; null when it is whole
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record FittedStage(
    String stage,
    int features,
    List<FeatureWeight> importances,
    List<FeatureWeight> coefficients,
    List<Double> intercepts,
    String text,
    String cut) {

  public FittedStage {
    importances = NoNulls.list(importances);
    coefficients = NoNulls.list(coefficients);
    intercepts = NoNulls.list(intercepts);
  }
}
