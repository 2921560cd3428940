package flights.core.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a model predicts, which decides how it is evaluated and drawn. */
public enum Task {
  /** One of several classes, with the probability of each. */
  @JsonProperty("classification")
  CLASSIFICATION,
  /** A number. */
  @JsonProperty("regression")
  REGRESSION,
  /** Quantiles of a number, such as its tenth and ninetieth percentiles. */
  @JsonProperty("quantile")
  QUANTILE;

  /** As a pipeline and a card write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
