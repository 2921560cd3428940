package flights.core.card;

import java.util.List;

/**
 * Which field of an answer holds what.
 *
 * @param probabilities of the classes; null when no field holds them
 * @param number the predicted number; null when no field holds it
 * @param quantiles of the number, from low to high
 */
public record AnswerFields(String probabilities, String number, List<QuantileField> quantiles) {

  public AnswerFields {
    quantiles = NoNulls.list(quantiles);
  }
}
