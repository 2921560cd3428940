package flights.flight.spark.history;

import flights.core.text.Count;
import java.util.List;
import java.util.Locale;

/**
 * What a reading of flight history found.
 *
 * @param format the format's name
 * @param path as it was given
 * @param files how many were read
 * @param rows all of them
 * @param dropped those without a departure or arrival delay: cancelled or diverted flights
 * @param malformed those that make no sense
 * @param examples what is wrong with some of the malformed, at most {@link #MOST_EXAMPLES}
 */
public record ReadReport(
    String format,
    String path,
    int files,
    long rows,
    long dropped,
    long malformed,
    List<String> examples) {

  public static final int MOST_EXAMPLES = 5;

  /** How many flights the history holds. */
  public long flights() {
    return rows - dropped - malformed;
  }

  /** One line for a log. */
  public String summary() {
    String line =
        String.format(
            Locale.ROOT,
            "%s from %s (%s, %s): %s, %,d cancelled or diverted, %,d malformed",
            Count.of(flights(), "flight"),
            path,
            format,
            Count.of(files, "file"),
            Count.of(rows, "row"),
            dropped,
            malformed);
    return examples.isEmpty() ? line : line + ", for example " + String.join("; ", examples);
  }
}
