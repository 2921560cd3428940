package flights.trainer;

import flights.core.settings.Arguments;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param name of a pipeline
 * @param version of the model that is made; null for one named by the time
 * @param data where the rows are; null for what the pipeline names
 * @param sample the share of the rows that is used, over 0 and up to 1
 * @param testFrom rows from this value on, in the column that the time split goes by, are held
 *     back; null for the share that the pipeline names
 */
record TrainOptions(
    String name,
    String version,
    String data,
    double sample,
    long seed,
    String testFrom,
    Comparison comparison,
    Promotion promotion) {

  static final String USAGE =
      "./flights train [NAME] [--data PATH] [--sample SHARE] [--seed NUMBER] [--test-from DATE]"
          + " [--baselines] [--no-baselines] [--promote] [--no-promote] [--version ID]"
          + " [--master URL] [--job ID]";

  private static final String VERSION_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /** Which splits the baselines are measured on beside the model. */
  enum Comparison {
    NONE,
    FIRST_SPLIT,
    EVERY_SPLIT
  }

  /** Throws IllegalArgumentException that says what is wrong. */
  static TrainOptions of(String presentModel, Arguments given) {
    return new TrainOptions(
        given.names().isEmpty() ? presentModel : given.names().get(0),
        given.option("--version").map(TrainOptions::versionName).orElse(null),
        given.option("--data").orElse(null),
        given.option("--sample").map(TrainOptions::share).orElse(1.0),
        given.option("--seed").map(TrainOptions::whole).orElse(42L),
        given.option("--test-from").orElse(null),
        comparison(given),
        Promotion.of(given));
  }

  static TrainOptions of(String presentModel, String... words) {
    return of(presentModel, Arguments.read(USAGE, 1, List.of(words)));
  }

  /** The model, and its version if that has a name already. */
  String words() {
    return version == null ? name : name + " " + version;
  }

  /** The same, for a version of this name unless it has one already. */
  TrainOptions named(String newVersion) {
    return version != null
        ? this
        : new TrainOptions(name, newVersion, data, sample, seed, testFrom, comparison, promotion);
  }

  /** Whether the baselines are measured on a split, counted from 0. */
  boolean comparesOn(int split) {
    return comparison == Comparison.EVERY_SPLIT
        || comparison == Comparison.FIRST_SPLIT && split == 0;
  }

  private static Comparison comparison(Arguments given) {
    if (given.has("--no-baselines")) {
      return Comparison.NONE;
    }
    return given.has("--baselines") ? Comparison.EVERY_SPLIT : Comparison.FIRST_SPLIT;
  }

  private static String versionName(String text) {
    if (text.matches(VERSION_NAME)) {
      return text;
    }
    throw new IllegalArgumentException(
        "--version "
            + text
            + " is no name of a version: up to 64 letters, digits, hyphens, underscores and points,"
            + " a letter or digit first");
  }

  private static double share(String text) {
    try {
      double share = Double.parseDouble(text);
      if (share > 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "--sample " + text + " is no share of the rows: over 0 and up to 1, such as 0.1");
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--seed " + text + " is not a whole number", e);
    }
  }
}
