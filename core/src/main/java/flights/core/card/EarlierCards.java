package flights.core.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cards of versions that were registered when there were classifiers only: their metrics stood
 * beside the tables of an evaluation, and not in an object of their own.
 */
final class EarlierCards {

  private static final String METRICS = "metrics";
  private static final String MINUTES = "minutes";
  private static final Set<String> NO_METRIC = Set.of("rows", "value");

  private EarlierCards() {}

  /** The same card as it would be written now. */
  static JsonNode renewed(JsonNode card) {
    card.path("splits").forEach(EarlierCards::renewSplit);
    return card;
  }

  private static void renewSplit(JsonNode split) {
    List<JsonNode> trials = new ArrayList<>();
    trials.add(split.path("model"));
    split.path("variants").forEach(trials::add);
    split.path("baselines").forEach(trials::add);
    trials.stream()
        .map(trial -> trial.path("evaluation"))
        .filter(evaluation -> evaluation.isObject() && !evaluation.has(METRICS))
        .forEach(evaluation -> renewEvaluation((ObjectNode) evaluation));
  }

  private static void renewEvaluation(ObjectNode evaluation) {
    ObjectNode metrics = gathered(evaluation);
    if (evaluation.remove(MINUTES) instanceof ObjectNode minutes) {
      metrics.setAll(gathered(minutes));
    }
    for (JsonNode groups : evaluation.path("groups")) {
      groups.forEach(group -> renewGroup((ObjectNode) group));
    }
  }

  private static void renewGroup(ObjectNode group) {
    ObjectNode metrics = gathered(group);
    if (metrics.has("coverage")) {
      metrics.set(CardMetric.coverage(0.1, 0.9), metrics.remove("coverage"));
    }
  }

  /** Moves the numbers of an object into its metrics. */
  private static ObjectNode gathered(ObjectNode object) {
    ObjectNode metrics = object.objectNode();
    for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
      if (field.getValue().isNumber() && !NO_METRIC.contains(field.getKey())) {
        metrics.set(field.getKey(), object.remove(field.getKey()));
      }
    }
    object.set(METRICS, metrics);
    return metrics;
  }
}
