package flights.trainer;

import java.util.List;

/**
 * What the command line asks for.
 *
 * @param name of a pipeline
 * @param data where the rows are; null for what the pipeline names
 */
record TrainOptions(String name, String data) {

  private static final String USAGE = "usage: ./flights train [NAME] [--data PATH]";

  /** Throws IllegalArgumentException with the usage. */
  static TrainOptions of(String presentModel, List<String> arguments) {
    String name = presentModel;
    String data = null;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--data") && i + 1 < arguments.size()) {
        data = arguments.get(++i);
      } else if (i == 0 && !argument.startsWith("-")) {
        name = argument;
      } else {
        throw new IllegalArgumentException("train does not know " + argument + "; " + USAGE);
      }
    }
    return new TrainOptions(name, data);
  }
}
