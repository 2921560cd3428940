package flights.workloads.sales;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A part of the file of rules, which knows the keys that lead to it. */
record RuleNode(String file, String path, JsonNode node) {

  /** A part with keys; others than these are refused. */
  RuleNode part(String key, String... keys) {
    RuleNode part = child(key);
    part.requireKeys(Set.of(keys));
    return part;
  }

  void requireKeys(Set<String> known) {
    if (!node.isObject()) {
      throw wrong("keys and values");
    }
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new SalesException(
                    file + ": there is no " + name(key) + ", but " + new TreeSet<>(known));
              }
            });
  }

  /** Each key with what is read of its value; at least one. */
  <T> Map<String, T> each(String key, Function<RuleNode, T> reader) {
    RuleNode part = child(key);
    if (!part.node.isObject() || part.node.isEmpty()) {
      throw part.wrong("keys and values, at least one");
    }
    Map<String, T> read = new LinkedHashMap<>();
    part.node.fieldNames().forEachRemaining(name -> read.put(name, reader.apply(part.child(name))));
    return read;
  }

  double number(String key, double least, double most) {
    return child(key).number(least, most);
  }

  double number(double least, double most) {
    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(value >= least && value <= most)) {
      throw wrong("a number from " + plain(least) + " to " + plain(most));
    }
    return value;
  }

  int whole(String key, int least, int most) {
    RuleNode child = child(key);
    if (!child.node.isInt() || child.node.intValue() < least || child.node.intValue() > most) {
      throw child.wrong("a whole number from " + least + " to " + most);
    }
    return child.node.intValue();
  }

  /** So many numbers; 0 for any, but at least one. */
  List<Double> numbers(String key, int count, double least, double most) {
    RuleNode child = child(key);
    if (!child.node.isArray() || child.node.isEmpty() || count > 0 && child.node.size() != count) {
      throw child.wrong("a list of " + (count > 0 ? count + " " : "") + "numbers");
    }
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < child.node.size(); i++) {
      String name = child.path + "[" + i + "]";
      numbers.add(new RuleNode(file, name, child.node.get(i)).number(least, most));
    }
    return List.copyOf(numbers);
  }

  LocalDate date(String key) {
    RuleNode child = child(key);
    try {
      return LocalDate.parse(child.node.asText());
    } catch (DateTimeParseException e) {
      throw child.wrong("a day such as 2025-12-31");
    }
  }

  boolean has(String key) {
    return node.has(key);
  }

  private RuleNode child(String key) {
    if (!node.isObject()) {
      throw wrong("keys and values");
    }
    if (!node.hasNonNull(key)) {
      throw new SalesException(file + ": " + name(key) + " is missing");
    }
    return new RuleNode(file, name(key), node.get(key));
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private SalesException wrong(String expected) {
    String value = node.toString();
    return new SalesException(
        file
            + ": "
            + (path.isEmpty() ? "all of it" : path)
            + " is "
            + (value.length() > 60 ? value.substring(0, 60) + "..." : value)
            + ", but must be "
            + expected);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
