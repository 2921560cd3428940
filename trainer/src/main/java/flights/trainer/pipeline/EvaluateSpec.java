package flights.trainer.pipeline;

import java.util.List;

/**
 * The columns that the evaluation looks at.
 *
 * @param minutes the number that was predicted beside the class; null when there is none
 * @param groups columns by whose values the figures are told too
 */
public record EvaluateSpec(
    String prediction,
    String probabilities,
    String minutes,
    String expected,
    String p10,
    String p50,
    String p90,
    List<String> groups) {

  public EvaluateSpec {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }
}
