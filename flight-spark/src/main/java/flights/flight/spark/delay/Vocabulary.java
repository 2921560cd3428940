package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.List;

/** All carriers, airports and flight numbers that were seen. */
record Vocabulary(Names carriers, Names airports, Names numbers) implements Serializable {

  static Vocabulary empty() {
    return new Vocabulary(new Names(), new Names(), new Names());
  }

  static Vocabulary of(List<String> carriers, List<String> airports, List<String> numbers) {
    return new Vocabulary(Names.of(carriers), Names.of(airports), Names.of(numbers));
  }

  /** {@code 0012} and {@code 12} are one number. */
  static String number(String text) {
    if (text == null || !text.startsWith("0")) {
      return text;
    }
    return text.replaceFirst("^0+(?=.)", "");
  }

  Codes codes(Flight flight) {
    return new Codes(
        carriers.code(flight.carrier()),
        numbers.code(number(flight.number())),
        airports.code(flight.origin()),
        airports.code(flight.dest()));
  }

  /** Gives new names the next numbers. */
  void add(Flight flight) {
    carriers.add(flight.carrier());
    numbers.add(number(flight.number()));
    airports.add(flight.origin());
    airports.add(flight.dest());
  }

  void addAll(Vocabulary other) {
    other.carriers.all().forEach(carriers::add);
    other.airports.all().forEach(airports::add);
    other.numbers.all().forEach(numbers::add);
  }

  /** Throws {@link IllegalStateException} when there are more than a key has room for. */
  void checkSizes() {
    if (Math.max(carriers.size(), airports.size()) >= Keys.MAX_PLACES
        || numbers.size() >= Keys.MAX_NUMBERS) {
      throw new IllegalStateException(
          "too many different carriers (%d), airports (%d) or flight numbers (%d) to learn from"
              .formatted(carriers.size(), airports.size(), numbers.size()));
    }
  }
}
