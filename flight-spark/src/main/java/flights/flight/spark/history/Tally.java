package flights.flight.spark.history;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;

/** How many rows are in which of the states of {@link TypedRow}; counted in one pass. */
record Tally(long rows, long dropped, long malformed, List<String> examples)
    implements Serializable {

  private static final Tally NONE = new Tally(0, 0, 0, List.of());

  static Tally of(Dataset<String> states) {
    return states.javaRDD().mapPartitions(Tally::count).collect().stream()
        .reduce(NONE, Tally::plus);
  }

  private static Iterator<Tally> count(Iterator<String> states) {
    long rows = 0;
    long dropped = 0;
    long malformed = 0;
    List<String> examples = new ArrayList<>();
    for (; states.hasNext(); rows++) {
      String state = states.next();
      if (state.equals(TypedRow.DROPPED)) {
        dropped++;
      } else if (!state.equals(TypedRow.SOUND)) {
        malformed++;
        if (examples.size() < ReadReport.MOST_EXAMPLES) {
          examples.add(state);
        }
      }
    }
    return List.of(new Tally(rows, dropped, malformed, examples)).iterator();
  }

  private Tally plus(Tally other) {
    List<String> some =
        Stream.concat(examples.stream(), other.examples.stream())
            .limit(ReadReport.MOST_EXAMPLES)
            .toList();
    return new Tally(rows + other.rows, dropped + other.dropped, malformed + other.malformed, some);
  }
}
