package flights.bench;

import flights.bench.load.Pace;
import flights.core.settings.Arguments;
import java.util.List;
import java.util.Optional;

/** What a bench is asked for, checked against its usage line. */
public final class Options {

  private static final String COMMON = " [--compare FILE]";

  private final String usage;
  private final Arguments given;

  private Options(String usage, Arguments given) {
    this.usage = usage;
    this.given = given;
  }

  /** Throws IllegalArgumentException that says what is wrong, and the usage. */
  static Options read(String usage, List<String> words) {
    String whole = "./flights bench " + usage + COMMON;
    return new Options(whole, Arguments.read(whole, 0, words));
  }

  /** A whole number above 0. */
  int number(String name, int fallback) {
    return given.option(name).map(text -> number(name, text)).orElse(fallback);
  }

  /** Seconds, or minutes when it ends in m. */
  int seconds(String name, int fallback) {
    return given.option(name).map(text -> seconds(name, text)).orElse(fallback);
  }

  /** What {@code --rate}, {@code --duration} and {@code --warmup} say. */
  Pace pace(int rate, int seconds, int warmup) {
    return new Pace(
        number("--rate", rate), seconds("--warmup", warmup), seconds("--duration", seconds));
  }

  /** Whole numbers with commas between them. */
  List<Integer> numbers(String name, String fallback) {
    return List.of(given.option(name).orElse(fallback).split(",")).stream()
        .map(text -> number(name, text))
        .toList();
  }

  /** One of the words; the first when none is given. */
  String oneOf(String name, List<String> words) {
    String given = text(name).orElse(words.get(0));
    if (!words.contains(given)) {
      throw wrong(name + " " + given + " is none of " + String.join(", ", words));
    }
    return given;
  }

  Optional<String> text(String name) {
    return given.option(name);
  }

  boolean has(String flag) {
    return given.has(flag);
  }

  IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + "; usage: " + usage);
  }

  private int number(String name, String text) {
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw wrong(name + " " + text + " is no whole number above 0");
    }
    return Integer.parseInt(text);
  }

  private int seconds(String name, String text) {
    if (!text.matches("\\d{1,5}[sm]?")) {
      throw wrong(name + " " + text + " is no time such as 30s or 5m");
    }
    int amount = Integer.parseInt(text.replaceAll("[sm]", ""));
    return text.endsWith("m") ? 60 * amount : amount;
  }
}
