package flights.trainer;

import flights.core.command.CommandLines;
import flights.core.command.ModelCommands.TrainCommand;
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
 * @param withPrevious whether the rows that the champion has learnt from are added to those of
 *     {@code data}
 * @param oneSplit whether only the first split is evaluated
 */
record TrainOptions(
    String name,
    String version,
    String data,
    double sample,
    long seed,
    String testFrom,
    boolean withPrevious,
    boolean oneSplit,
    Comparison comparison,
    Promotion promotion) {

  private static final String VERSION_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  /** Which splits the baselines are measured on beside the model. */
  enum Comparison {
    NONE,
    FIRST_SPLIT,
    EVERY_SPLIT
  }

  /** Throws IllegalArgumentException that says what is wrong. */
  static TrainOptions of(String presentModel, TrainCommand asked) {
    requireShare(asked.sample());
    if (asked.withPrevious() && asked.data().isEmpty()) {
      throw new IllegalArgumentException("--with-previous adds to new rows: name them by --data");
    }
    return new TrainOptions(
        asked.name().orElse(presentModel),
        asked.version().map(TrainOptions::versionName).orElse(null),
        asked.data().orElse(null),
        asked.sample(),
        asked.seed(),
        asked.testFrom().orElse(null),
        asked.withPrevious(),
        asked.oneSplit(),
        comparison(asked),
        Promotion.of(asked));
  }

  static TrainOptions of(String presentModel, String... words) {
    return of(presentModel, CommandLines.read(TrainCommand.class, words));
  }

  /** The model, and its version if that has a name already. */
  String words() {
    return version == null ? name : name + " " + version;
  }

  /** The same, for a version of this name unless it has one already. */
  TrainOptions named(String newVersion) {
    return version != null
        ? this
        : new TrainOptions(
            name,
            newVersion,
            data,
            sample,
            seed,
            testFrom,
            withPrevious,
            oneSplit,
            comparison,
            promotion);
  }

  /** Whether the baselines are measured on a split, counted from 0. */
  boolean comparesOn(int split) {
    return comparison == Comparison.EVERY_SPLIT
        || comparison == Comparison.FIRST_SPLIT && split == 0;
  }

  /** Of all splits those that are evaluated. */
  <T> List<T> evaluated(List<T> splits) {
    return oneSplit ? splits.subList(0, 1) : splits;
  }

  /** Whether the strong baselines are measured too. */
  boolean comparesWithAll() {
    return comparison == Comparison.EVERY_SPLIT;
  }

  private static Comparison comparison(TrainCommand asked) {
    if (asked.noBaselines()) {
      return Comparison.NONE;
    }
    return asked.baselines() ? Comparison.EVERY_SPLIT : Comparison.FIRST_SPLIT;
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

  private static void requireShare(double sample) {
    if (!(sample > 0 && sample <= 1)) {
      throw new IllegalArgumentException(
          "--sample " + sample + " is no share of the rows: over 0 and up to 1, such as 0.1");
    }
  }
}
