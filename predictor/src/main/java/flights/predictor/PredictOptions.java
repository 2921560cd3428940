package flights.predictor;

import flights.core.settings.Arguments;
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

  private static final String USAGE =
      "./flights predict [NAME...] [--trigger WHEN] [--master URL] [--input PATH --output PATH];"
          + " WHEN is realtime, micro-batch or available-now";

  private static final Map<String, String> VARIABLES =
      Map.of("--trigger", "FLIGHTS_TRIGGER", "--master", "FLIGHTS_SPARK_MASTER");

  /** Throws IllegalArgumentException that says what is wrong, and the usage. */
  static PredictOptions of(List<String> words) {
    Arguments arguments = Arguments.read(USAGE, Integer.MAX_VALUE, words);
    Map<String, String> settings = new HashMap<>();
    VARIABLES.forEach(
        (option, variable) ->
            arguments.option(option).ifPresent(value -> settings.put(variable, value)));
    String input = arguments.option("--input").orElse(null);
    String output = arguments.option("--output").orElse(null);
    if ((input == null) != (output == null)) {
      throw new IllegalArgumentException("--input and --output go together; usage: " + USAGE);
    }
    settings.putAll(models(arguments.names(), input != null));
    return new PredictOptions(settings, input, output);
  }

  private static Map<String, String> models(List<String> names, boolean batch) {
    if (batch && names.size() > 1) {
      throw new IllegalArgumentException("--input takes one model; usage: " + USAGE);
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(name + " is named twice; usage: " + USAGE);
      }
    }
    return names.isEmpty()
        ? Map.of()
        : Map.of(batch ? "FLIGHTS_MODEL" : "FLIGHTS_MODELS", String.join(",", names));
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
