package flights.model.delay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_date;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** The columns that the model reads, and what they are cast to. */
final class FlightColumns {

  private FlightColumns() {}

  /** Those of a request. */
  static Column[] request() {
    return new Column[] {
      text("Carrier"),
      text("FlightNum"),
      text("Origin"),
      text("Dest"),
      number("Distance"),
      whole("DayOfWeek"),
      number("DepDelay")
    };
  }

  /** Those of a request, and those that only the past knows. */
  static Column[] past() {
    Stream<Column> more =
        Stream.of(
            unix_date(col("FlightDate")).as("Day"),
            number("ArrDelay"),
            number("CRSDepTime"),
            number("CRSArrTime"),
            number("CRSElapsedTime"));
    return Stream.concat(Stream.of(request()), more).toArray(Column[]::new);
  }

  /** Reads the columns of {@link #request}, in their order. */
  static Flight flight(Row row) {
    return new Flight(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        number(row, 4),
        row.isNullAt(5) ? 0 : row.getInt(5),
        number(row, 6));
  }

  /** Reads the columns of {@link #past}, in their order. */
  static Flown flown(Row row, Roster roster) {
    return new Flown(
        roster.add(flight(row)),
        row.getInt(7),
        row.isNullAt(5) ? 0 : row.getInt(5),
        number(row, 4),
        number(row, 6),
        row.getDouble(8),
        Timetable.minute(number(row, 9)),
        Timetable.minute(number(row, 10)),
        number(row, 11));
  }

  private static double number(Row row, int index) {
    return row.isNullAt(index) ? Double.NaN : row.getDouble(index);
  }

  private static Column text(String name) {
    return col(name).cast("string").as(name);
  }

  private static Column number(String name) {
    return col(name).cast("double").as(name);
  }

  private static Column whole(String name) {
    return col(name).cast("int").as(name);
  }
}
