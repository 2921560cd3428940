package flights.standalone;

import java.util.Set;

/**
 * What a reset clears.
 *
 * @param yes do not ask
 */
record ResetOptions(boolean data, boolean models, boolean yes) {

  private static final Set<String> KNOWN = Set.of("--data", "--model", "--all", "--yes");

  /** Without an option the data go and the models stay. */
  static ResetOptions of(Set<String> options) {
    for (String option : options) {
      if (!KNOWN.contains(option)) {
        throw new StartException(
            "reset takes no option " + option + ": --data, --model, --all, --yes");
      }
    }
    boolean models = options.contains("--model") || options.contains("--all");
    boolean data = options.contains("--data") || options.contains("--all") || !models;
    return new ResetOptions(data, models, options.contains("--yes"));
  }

  String words() {
    if (data && models) {
      return "all requests, predictions and imported data, and all trained models";
    }
    return data
        ? "all requests, predictions and imported data (trained models stay)"
        : "all trained models (requests and predictions stay)";
  }
}
