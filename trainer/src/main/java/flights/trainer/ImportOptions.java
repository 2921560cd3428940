package flights.trainer;

import java.util.List;

/**
 * What the command line asks for.
 *
 * @param data where the flights or distances are; null for the bundled flights
 */
record ImportOptions(String data) {

  private static final String USAGE = "usage: ./flights import [--data PATH]";

  /** Throws IllegalArgumentException with the usage. */
  static ImportOptions of(List<String> arguments) {
    if (arguments.isEmpty()) {
      return new ImportOptions(null);
    }
    if (!arguments.get(0).equals("--data")) {
      throw new IllegalArgumentException("import does not know " + arguments.get(0) + "; " + USAGE);
    }
    if (arguments.size() != 2 || arguments.get(1).isBlank()) {
      throw new IllegalArgumentException("--data needs one path; " + USAGE);
    }
    return new ImportOptions(arguments.get(1));
  }
}
