package flights.trainer.evaluate;

import flights.core.card.QuantileField;
import flights.core.card.Task;
import java.util.List;

/**
 * Where an evaluation finds what it looks at.
 *
 * @param label the truth: a class, a number from 0, or a number of any size
 * @param prediction the class or the number that the model says; null for a model of quantiles that
 *     says none
 * @param probabilities of all classes, an array or a vector; null without classes
 * @param number the true number: the label, or a number beside the class; null when there is none
 * @param expected the model's mean for {@code number}, or null
 * @param quantiles the model's for {@code number}, from low to high
 * @param event whether {@code number} reaches a limit; null when the model says nothing of that
 * @param groups columns by whose values the figures are told too
 */
public record EvaluatedColumns(
    Task task,
    String label,
    String prediction,
    String probabilities,
    String number,
    String expected,
    List<QuantileField> quantiles,
    PredictedEvent event,
    List<String> groups) {

  public EvaluatedColumns {
    quantiles = List.copyOf(quantiles);
    groups = List.copyOf(groups);
  }

  /** For a model that says a class and nothing more. */
  public static EvaluatedColumns of(
      String label, String prediction, String probabilities, List<String> groups) {
    return new EvaluatedColumns(
        Task.CLASSIFICATION, label, prediction, probabilities, null, null, List.of(), null, groups);
  }

  /** For a model that says a number, or quantiles of it, or both. */
  public static EvaluatedColumns ofNumber(
      Task task,
      String label,
      String prediction,
      List<QuantileField> quantiles,
      List<String> groups) {
    return new EvaluatedColumns(
        task, label, prediction, null, label, prediction, quantiles, null, groups);
  }

  /** The one that stands for the number itself: the mean, or else the quantile in the middle. */
  String center() {
    return expected != null ? expected : quantiles.get(quantiles.size() / 2).field();
  }

  PredictedColumns predicted() {
    return new PredictedColumns(
        number != null && expected != null,
        number == null ? List.of() : quantiles.stream().map(QuantileField::level).toList());
  }
}
