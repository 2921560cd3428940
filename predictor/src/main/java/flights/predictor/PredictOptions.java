package flights.predictor;

import flights.core.command.CommandLines;
import flights.core.command.ModelCommands.PredictCommand;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param settings what it sets, by the names of the environment's variables
 * @param input null to serve requests as they come
 * @param output null to serve requests as they come
 */
record PredictOptions(Map<String, String> settings, String input, String output) {

  /** Throws IllegalArgumentException that says what is wrong. */
  static PredictOptions of(List<String> words) {
    PredictCommand asked = CommandLines.read(PredictCommand.class, words);
    boolean batch = asked.input().isPresent();
    if (batch != asked.output().isPresent()) {
      throw new IllegalArgumentException("--input and --output go together");
    }
    Map<String, String> settings = models(asked.names(), batch);
    asked.trigger().ifPresent(value -> settings.put("FLIGHTS_TRIGGER", value));
    asked.master().ifPresent(value -> settings.put("FLIGHTS_SPARK_MASTER", value));
    return new PredictOptions(settings, asked.input().orElse(null), asked.output().orElse(null));
  }

  private static Map<String, String> models(List<String> names, boolean batch) {
    if (batch && names.size() > 1) {
      throw new IllegalArgumentException("--input takes one model");
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(name + " is named twice");
      }
    }
    Map<String, String> settings = new HashMap<>();
    if (!names.isEmpty()) {
      settings.put(batch ? "FLIGHTS_MODEL" : "FLIGHTS_MODELS", String.join(",", names));
    }
    return settings;
  }

  boolean isBatch() {
    return input != null;
  }

  /** The environment with what the command line sets in its stead. */
  Map<String, String> over(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(settings);
    return all;
  }
}
