package flights.flight.spark.delay;

import flights.testing.SparkForTests;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A small world in which AA makes up ten minutes, UA loses ten, and chance adds a few. */
final class FlightsForTests {

  static final int DAYS = 84;

  private static final LocalDate FIRST_DAY = LocalDate.of(2013, 1, 1);
  private static final String[] DESTS = {"LAX", "SFO", "ORD", "MIA"};
  private static final StructType REQUEST =
      schema(
          "Carrier", DataTypes.StringType,
          "FlightNum", DataTypes.StringType,
          "FlightDate", DataTypes.DateType,
          "Origin", DataTypes.StringType,
          "Dest", DataTypes.StringType,
          "DepDelay", DataTypes.DoubleType,
          "DayOfWeek", DataTypes.IntegerType,
          "Distance", DataTypes.DoubleType);

  private FlightsForTests() {}

  static Dataset<Row> past() {
    StructType schema =
        REQUEST
            .add("CRSDepTime", DataTypes.IntegerType)
            .add("CRSArrTime", DataTypes.IntegerType)
            .add("CRSElapsedTime", DataTypes.DoubleType)
            .add("ArrDelay", DataTypes.DoubleType);
    Random random = new Random(1);
    List<Row> rows = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int number = 1; number <= 60; number++) {
        rows.add(flown(day, number, random));
      }
    }
    return SparkForTests.session().createDataFrame(rows, schema);
  }

  private static Row flown(int day, int number, Random random) {
    LocalDate date = FIRST_DAY.plusDays(day);
    String carrier = number % 2 == 0 ? "AA" : "UA";
    double late = Math.rint(random.nextGaussian() * 15 + 3);
    double gain = (number % 2 == 0 ? -10 : 10) + Math.rint(random.nextGaussian() * 4);
    int hour = 6 + number % 12;
    return RowFactory.create(
        carrier,
        String.valueOf(number),
        Date.valueOf(date),
        "JFK",
        DESTS[number % DESTS.length],
        late,
        date.getDayOfWeek().getValue(),
        500.0 + 400 * (number % DESTS.length),
        hour * 100,
        (hour + 3) * 100 + 15,
        day % 5 == 0 ? null : 195.0,
        late + gain);
  }

  /** One request of AA 2 from JFK to ORD, or whatever else is told, on a Tuesday. */
  static Row request(String carrier, String number, String origin, String dest, Double delay) {
    Date date = Date.valueOf(FIRST_DAY.plusDays(DAYS));
    return RowFactory.create(carrier, number, date, origin, dest, delay, 2, 1300.0);
  }

  static Dataset<Row> requests(Row... rows) {
    return SparkForTests.session().createDataFrame(List.of(rows), REQUEST);
  }

  private static StructType schema(Object... namesAndTypes) {
    StructType schema = new StructType();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      schema = schema.add((String) namesAndTypes[i], (DataType) namesAndTypes[i + 1]);
    }
    return schema;
  }
}
