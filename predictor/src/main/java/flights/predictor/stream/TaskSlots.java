package flights.predictor.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many tasks Spark must be able to run at once, for streams that hold theirs for ever. */
record TaskSlots(int models, int partitions) {

  /** Beside those of the streams: for the jobs that read a package while they run. */
  private static final int SPARE = 2;

  private static final Pattern LOCAL = Pattern.compile("local\\[(\\d+)(?:,.*)?]");

  int wanted() {
    return models * partitions + SPARE;
  }

  /**
   * Throws IllegalStateException when a master on this machine has so few that streams would wait
   * for ever. What a cluster has changes with its workers.
   */
  void require(String master) {
    Matcher local = LOCAL.matcher(master);
    if (local.matches() && Integer.parseInt(local.group(1)) <= models * partitions) {
      throw new IllegalStateException(
          ("Spark on %s runs too few tasks at once: %d of the streams (FLIGHTS_PARTITIONS each for"
                  + " %d served) and at least one more; set FLIGHTS_SPARK_MASTER=local[%d]")
              .formatted(master, models * partitions, models, wanted()));
    }
  }
}
