package flights.flight.spark.replay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import flights.flight.spark.event.PastEvents;
import flights.flight.spark.history.FlightHistory;
import flights.model.command.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Days of history that are to be played.
 *
 * @param first by the dates of the flights
 */
record ReplayDays(String path, LocalDate first, int days) {

  // As FlightEvent compares them: a tie that is left makes no difference to anybody.
  private static final String ORDER =
      "array_position(array('scheduled', 'cancelled', 'departed', 'off', 'arrived'), type)";

  /** What there is to play, and how many flights have no known time. */
  record Prepared(ReplayFile file, long leftOut) {}

  /**
   * Sorts the events of the days into a file.
   *
   * @throws RefusedException when there are no flights on these days
   */
  Prepared prepare(SparkSession spark, Path folder) throws IOException {
    Dataset<Row> flights =
        FlightHistory.planned(spark, path, first, first.plusDays(days))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long planned = flights.count();
      if (planned == 0) {
        throw new RefusedException(path + " has no flights " + words());
      }
      ReplayFile file = ReplayFile.write(folder, sorted(flights).toLocalIterator());
      return new Prepared(file, planned - file.flights());
    } finally {
      flights.unpersist();
    }
  }

  /** On 2013-07-01, or from one day to another. */
  String words() {
    return days == 1 ? "on " + first : "from " + first + " to " + first.plusDays(days - 1L);
  }

  private static Dataset<Row> sorted(Dataset<Row> flights) {
    return PastEvents.of(flights)
        .orderBy(
            col("at"),
            expr(ORDER),
            col("carrier"),
            col("number"),
            col("date"),
            col("origin"),
            col("dest"),
            col("scheduled_departure"),
            col("scheduled_arrival"),
            col("tail"),
            col("delay"));
  }
}
