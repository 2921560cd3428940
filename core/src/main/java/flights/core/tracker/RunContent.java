package flights.core.tracker;

import flights.core.card.CardFeature;
import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.card.ModelCard;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a run tells of a training.
 *
 * @param parameters those of the N-th stage are {@code stage.N.NAME}
 * @param metrics those of the first split by their own names, and of every trial by {@code
 *     SPLIT/TRIAL/METRIC}; the model itself is the trial {@code model}
 */
record RunContent(Map<String, String> parameters, Map<String, Double> metrics) {

  private static final int MOST_PARAMETERS = 400;
  private static final int LONGEST_VALUE = 6000;
  private static final int LONGEST_KEY = 250;

  static RunContent of(ModelCard card) {
    Map<String, Double> metrics = new LinkedHashMap<>(card.metrics());
    card.splits().forEach(split -> add(split, metrics));
    metrics.values().removeIf(value -> value == null || !Double.isFinite(value));
    return new RunContent(parameters(card), metrics);
  }

  private static void add(CardSplit split, Map<String, Double> metrics) {
    split.trials().forEach(trial -> add(split, trial, metrics));
  }

  private static void add(CardSplit split, CardTrial trial, Map<String, Double> metrics) {
    String name = trial == split.model() ? "model" : trial.name();
    String before = split.name() + "/" + name + "/";
    trial.evaluation().metrics().forEach((key, value) -> metrics.put(key(before + key), value));
    metrics.put(key(before + "rows"), (double) trial.evaluation().rows());
    if (trial.fit() != null) {
      metrics.put(key(before + "fit_seconds"), trial.fit().seconds());
      metrics.put(key(before + "fit_peak_bytes"), (double) trial.fit().peakBytes());
    }
  }

  private static Map<String, String> parameters(ModelCard card) {
    Map<String, Object> given = new LinkedHashMap<>();
    given.put("task", card.task().name().toLowerCase(java.util.Locale.ROOT));
    given.put("label", card.label());
    given.put("seed", card.seed());
    given.put("commit", card.commit());
    given.put(
        "features",
        card.features().stream().map(CardFeature::name).collect(Collectors.joining(",")));
    if (card.data() != null) {
      given.put("data.path", card.data().path());
      given.put("data.format", card.data().format());
      given.put("data.rows", card.data().rows());
      given.put("data.from", card.data().from());
      given.put("data.to", card.data().to());
    }
    for (CardSplit split : card.splits()) {
      given.put("split." + split.name(), split.description());
    }
    for (int i = 0; i < card.stages().size(); i++) {
      String stage = "stage." + (i + 1);
      given.put(stage, card.stages().get(i).stage());
      card.stages()
          .get(i)
          .parameters()
          .forEach((key, value) -> given.put(stage + "." + key, value));
    }
    given.values().removeIf(Objects::isNull);
    Map<String, String> parameters = new LinkedHashMap<>();
    given.entrySet().stream()
        .limit(MOST_PARAMETERS)
        .forEach(it -> parameters.put(key(it.getKey()), cut(it.getValue().toString())));
    return parameters;
  }

  /** MLflow takes no other signs in a name. */
  private static String key(String text) {
    String key = text.replaceAll("[^A-Za-z0-9_. :/-]", "_");
    return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
  }

  private static String cut(String text) {
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) : text;
  }
}
