package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** How many flights there are, of which days, and the names in them. */
record Overview(long flights, int firstDay, int lastDay, Vocabulary names) implements Serializable {

  /** So that the numbers of flights have codes in the order of the numbers. */
  private static final Comparator<String> SHORTEST_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  static Overview none() {
    return new Overview(0, Integer.MAX_VALUE, Integer.MIN_VALUE, Vocabulary.empty());
  }

  static Iterator<Overview> of(Iterator<Row> rows) {
    Vocabulary names = Vocabulary.empty();
    long flights = 0;
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    while (rows.hasNext()) {
      Row row = rows.next();
      names.add(FlightColumns.flight(row));
      flights++;
      first = Math.min(first, FlightColumns.day(row));
      last = Math.max(last, FlightColumns.day(row));
    }
    return List.of(new Overview(flights, first, last, names)).iterator();
  }

  Overview with(Overview other) {
    names.addAll(other.names);
    return new Overview(
        flights + other.flights,
        Math.min(firstDay, other.firstDay),
        Math.max(lastDay, other.lastDay),
        names);
  }

  /** The names in an order that does not depend on how the flights were read. */
  Vocabulary vocabulary() {
    return new Vocabulary(
        sorted(names.carriers()), sorted(names.airports()), sorted(names.numbers()));
  }

  private static Names sorted(Names names) {
    return Names.of(names.all().stream().sorted(SHORTEST_FIRST).toList());
  }
}
