package flights.trainer;

import flights.core.settings.Arguments;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param name of a pipeline
 * @param data where the rows are; null for what the pipeline names
 * @param sample the share of the rows that is used, over 0 and up to 1
 * @param testFrom rows from this value on, in the column that the time split goes by, are held
 *     back; null for the share that the pipeline names
 * @param promote whether the new version becomes the champion even if it is no better
 */
record TrainOptions(
    String name,
    String data,
    double sample,
    long seed,
    String testFrom,
    Comparison comparison,
    boolean promote) {

  static final String USAGE =
      "./flights train [NAME] [--data PATH] [--sample SHARE] [--seed NUMBER] [--test-from DATE]"
          + " [--baselines] [--no-baselines] [--promote] [--master URL] [--job ID]";

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
        given.option("--data").orElse(null),
        given.option("--sample").map(TrainOptions::share).orElse(1.0),
        given.option("--seed").map(TrainOptions::whole).orElse(42L),
        given.option("--test-from").orElse(null),
        comparison(given),
        given.has("--promote"));
  }

  static TrainOptions of(String presentModel, String... words) {
    return of(presentModel, Arguments.read(USAGE, 1, List.of(words)));
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
