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

  String[] training() {
    return command("train", "--data", data, "--sample", sample);
  }

  String[] importing() {
    return command("import", "--data", data);
  }

  private static String[] command(String name, String... options) {
    List<String> words = new ArrayList<>(List.of(name));
    for (int i = 0; i < options.length; i += 2) {
      if (options[i + 1] != null) {
        words.addAll(List.of(options[i], options[i + 1]));
      }
    }
    return words.toArray(String[]::new);
  }
}
