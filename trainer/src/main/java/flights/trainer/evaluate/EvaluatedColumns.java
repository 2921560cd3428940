package flights.trainer.evaluate;

import java.util.List;

/**
 * Where an evaluation finds what it looks at.
 *
 * @param label the true class, a number from 0
 * @param prediction the class that the model says
 * @param probabilities of all classes, an array or a vector
 * @param minutes the true number beside the class; null when the model says none
 * @param expected the model's mean for {@code minutes}, or null
 * @param p10 the model's percentiles for {@code minutes}: each, or null
 * @param groups columns by whose values the figures are told too
 */
public record EvaluatedColumns(
    String label,
    String prediction,
    String probabilities,
    String minutes,
    String expected,
    String p10,
    String p50,
    String p90,
    List<String> groups) {

  public EvaluatedColumns {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }

  /** For a model that says a class and nothing more. */
  public static EvaluatedColumns of(
      String label, String prediction, String probabilities, List<String> groups) {
    return new EvaluatedColumns(
        label, prediction, probabilities, null, null, null, null, null, groups);
  }
}
