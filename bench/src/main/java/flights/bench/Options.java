package flights.bench;

import java.util.List;

/**
 * What is measured.
 *
 * @param rate requests a second
 * @param seconds that are measured
 * @param warmup seconds before that are not
 * @param requests of a flood
 */
record Options(int rate, int seconds, int warmup, int requests) {

  static Options of(List<String> arguments) {
    Options options = new Options(200, 60, 10, 50_000);
    if (arguments.size() % 2 != 0) {
      throw new IllegalArgumentException(arguments.get(arguments.size() - 1) + " wants a value");
    }
    for (int i = 0; i < arguments.size(); i += 2) {
      options = options.with(arguments.get(i), arguments.get(i + 1));
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--rate" -> new Options(number(name, value), seconds, warmup, requests);
      case "--duration" -> new Options(rate, number(name, value), warmup, requests);
      case "--warmup" -> new Options(rate, seconds, number(name, value), requests);
      case "--requests" -> new Options(rate, seconds, warmup, number(name, value));
      default -> throw new IllegalArgumentException("there is no option " + name);
    };
  }

  private static int number(String name, String value) {
    if (!value.matches("\\d{1,6}s?")) {
      throw new IllegalArgumentException(name + " wants a whole number, not " + value);
    }
    return Integer.parseInt(value.replace("s", ""));
  }
}
