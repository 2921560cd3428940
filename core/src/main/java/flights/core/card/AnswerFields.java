package flights.core.card;

import java.util.List;

/**
 * Which field of an answer holds what.
 *
 * @param probabilities of the classes; null when no field holds them
 * @param number the predicted number; null when no field holds it
 * @param quantiles of the number, from low to high
 * @param unseen names of the request's fields whose values are new to the model; null when no field
 *     holds them
 */
public record AnswerFields(
    String probabilities, String number, List<QuantileField> quantiles, String unseen) {

  /** One that does not tell what is new. */
  public AnswerFields(String probabilities, String number, List<QuantileField> quantiles) {
    this(probabilities, number, quantiles, null);
  }

  public AnswerFields {
    quantiles = NoNulls.list(quantiles);
  }
}
