package flights.predictor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param model null for the one that is set
 * @param trigger null for the one that is set
 * @param master null for the one that is set
 * @param input null to serve requests as they come
 * @param output null to serve requests as they come
 */
record PredictOptions(String model, String trigger, String master, String input, String output) {

  private static final Set<String> KNOWN = Set.of("--trigger", "--master", "--input", "--output");

  /** Throws {@link UsageException}. */
  static PredictOptions of(List<String> arguments) {
    int first = !arguments.isEmpty() && !arguments.get(0).startsWith("-") ? 1 : 0;
    PredictOptions options =
        new PredictOptions(first == 1 ? arguments.get(0) : null, null, null, null, null);
    for (int i = first; i < arguments.size(); i += 2) {
      options =
          options.with(arguments.get(i), i + 1 < arguments.size() ? arguments.get(i + 1) : null);
    }
    if ((options.input == null) != (options.output == null)) {
      throw new UsageException("--input and --output go together");
    }
    return options;
  }

  boolean isBatch() {
    return input != null;
  }

  /** The environment with what the command line says in its stead. */
  Map<String, String> over(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    if (model != null) {
      all.put("FLIGHTS_MODEL", model);
    }
    if (trigger != null) {
      all.put("FLIGHTS_TRIGGER", trigger);
    }
    if (master != null) {
      all.put("FLIGHTS_SPARK_MASTER", master);
    }
    return all;
  }

  private PredictOptions with(String name, String value) {
    if (!KNOWN.contains(name)) {
      throw new UsageException("predict takes no " + name);
    }
    if (value == null) {
      throw new UsageException(name + " wants a value");
    }
    return switch (name) {
      case "--trigger" -> new PredictOptions(model, value, master, input, output);
      case "--master" -> new PredictOptions(model, trigger, value, input, output);
      case "--input" -> new PredictOptions(model, trigger, master, value, output);
      default -> new PredictOptions(model, trigger, master, input, value);
    };
  }
}
