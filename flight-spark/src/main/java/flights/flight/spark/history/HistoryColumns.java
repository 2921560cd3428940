package flights.flight.spark.history;

import static flights.flight.spark.history.FieldParsers.number;
import static flights.flight.spark.history.FieldParsers.numberIfWithin;
import static flights.flight.spark.history.FieldParsers.text;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;

/** The columns of flight history, and what makes sense in each. */
final class HistoryColumns {

  private static final String AIRPORT = "[A-Z0-9]{3,4}";
  // The Bureau tells earlier users of a code by a number: PA (1).
  private static final String CARRIER = "[A-Z0-9]{2,3}( \\([0-9]\\))?";
  // The longest that are real are of some days.
  private static final double WEEK = 7 * 24 * 60;

  /** In the order of the history; the date is days since 1970 here. */
  static final List<HistoryColumn> ALL =
      List.of(
          new HistoryColumn("FlightDate", IntegerType, true, FieldParsers::day),
          new HistoryColumn("Carrier", StringType, true, text(CARRIER)),
          new HistoryColumn("FlightNum", StringType, true, FieldParsers::flightNumber),
          new HistoryColumn("TailNum", StringType, false, FieldParsers::tailNumber),
          new HistoryColumn("Origin", StringType, true, text(AIRPORT)),
          new HistoryColumn("Dest", StringType, true, text(AIRPORT)),
          new HistoryColumn("CRSDepTime", IntegerType, false, FieldParsers::clock),
          new HistoryColumn("CRSArrTime", IntegerType, false, FieldParsers::clock),
          new HistoryColumn("CRSElapsedTime", DoubleType, false, numberIfWithin(1, 1440)),
          new HistoryColumn("DepDelay", DoubleType, false, number(-WEEK, WEEK)),
          new HistoryColumn("ArrDelay", DoubleType, false, number(-WEEK, WEEK)),
          new HistoryColumn("Distance", DoubleType, false, numberIfWithin(1, 13_000)));

  private static final List<String> NAMES = ALL.stream().map(HistoryColumn::name).toList();

  private HistoryColumns() {}

  static int index(String name) {
    return NAMES.indexOf(name);
  }
}
