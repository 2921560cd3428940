package flights.standalone;

import flights.core.command.ServiceCommands.ResetCommand;

/**
 * What a reset clears.
 *
 * @param yes do not ask
 */
record ResetOptions(boolean data, boolean models, boolean yes) {

  /** Without an option the data go and the models stay. */
  static ResetOptions of(ResetCommand asked) {
    boolean models = asked.model() || asked.all();
    return new ResetOptions(asked.data() || asked.all() || !models, models, asked.yes());
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
