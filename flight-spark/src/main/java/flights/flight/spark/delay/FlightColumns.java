package flights.flight.spark.delay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The columns that the model reads, and what they are cast to. */
final class FlightColumns {

  private static final List<String> OPTIONAL =
      List.of("CRSDepTime", "CRSArrTime", "CRSElapsedTime");

  private FlightColumns() {}

  /** Those of a request; the timetable's and the date may be missing. */
  static Column[] request(StructType schema) {
    Stream<Column> optional =
        OPTIONAL.stream()
            .map(
                name ->
                    List.of(schema.fieldNames()).contains(name)
                        ? number(name)
                        : lit(null).cast("double").as(name));
    return Stream.of(always(), optional, Stream.of(date(schema)))
        .flatMap(columns -> columns)
        .toArray(Column[]::new);
  }

  private static Column date(StructType schema) {
    return List.of(schema.fieldNames()).contains("FlightDate")
        ? unix_date(to_date(col("FlightDate"))).as("Day")
        : lit(null).cast("int").as("Day");
  }

  private static Stream<Column> always() {
    return Stream.of(
        text("Carrier"),
        text("FlightNum"),
        text("Origin"),
        text("Dest"),
        number("Distance"),
        whole("DayOfWeek"),
        number("DepDelay"));
  }

  /** Those of a request, and those that only the past knows. */
  static Column[] past(StructType schema) {
    return Stream.concat(Stream.of(request(schema)), Stream.of(number("ArrDelay")))
        .toArray(Column[]::new);
  }

  /** Reads the columns of {@link #request}, in their order. */
  static Flight flight(Row row) {
    return new Flight(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        number(row, 4),
        new Day(row.isNullAt(5) ? 0 : row.getInt(5), row.isNullAt(10) ? Day.UNKNOWN : day(row)),
        number(row, 6),
        new Schedule(
            Timetable.minute(number(row, 7)), Timetable.minute(number(row, 8)), number(row, 9)));
  }

  /** Reads the columns of {@link #past}, in their order. */
  static ArrivedFlight flown(Row row, Vocabulary vocabulary) {
    Flight flight = flight(row);
    return new ArrivedFlight(
        vocabulary.codes(flight),
        day(row),
        flight.day().ofWeek(),
        flight.miles(),
        flight.departureDelay(),
        row.getDouble(11),
        flight.schedule().departureMinute(),
        flight.schedule().arrivalMinute(),
        flight.schedule().duration());
  }

  /** Reads the day of the columns of {@link #past}. */
  static int day(Row row) {
    return row.getInt(10);
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
