package flights.standalone;

import flights.core.command.ServiceCommands.UpCommand;
import java.util.ArrayList;
import java.util.List;

/**
 * What the first start begins with, for want of a model and of imported flights.
 *
 * @param data null for the bundled flights
 * @param sample the share that the first model learns from; null for all
 */
record UpOptions(String data, String sample) {

  static UpOptions of(UpCommand asked) {
    return new UpOptions(
        asked.data().orElse(null), asked.sample().map(String::valueOf).orElse(null));
  }

  /** Evaluated on one split: whoever starts the program for the first time waits for it. */
  String[] training() {
    return command(List.of("train", "--one-split"), "--data", data, "--sample", sample);
  }

  String[] importing() {
    return command(List.of("import"), "--data", data);
  }

  private static String[] command(List<String> beginning, String... options) {
    List<String> words = new ArrayList<>(beginning);
    for (int i = 0; i < options.length; i += 2) {
      if (options[i + 1] != null) {
        words.addAll(List.of(options[i], options[i + 1]));
      }
    }
    return words.toArray(String[]::new);
  }
}
