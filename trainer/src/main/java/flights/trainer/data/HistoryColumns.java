package flights.trainer.data;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of flight history, and what makes sense in each. */
final class HistoryColumns {

  private static final String IS_AIRPORT = "%1$s rlike '^[A-Z0-9]{3,4}$'";
  private static final String NUMBER = "try_cast(%1$s as double)";
  private static final String IS_CLOCK =
      "NUMBER between 0 and 2400 and NUMBER %% 100 < 60 and NUMBER %% 1 = 0"
          .replace("NUMBER", NUMBER);
  private static final String CLOCK = NUMBER + " %% 2400";
  // A week: the real longest are of some days.
  private static final String IS_DELAY = "abs(" + NUMBER + ") <= 10080";

  static final List<HistoryColumn> ALL =
      List.of(
          new HistoryColumn(
              "FlightDate",
              DateType,
              true,
              "%1$s rlike '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$' and try_cast(%1$s as date) between"
                  + " date'1987-01-01' and date'2100-12-31'",
              "try_cast(%1$s as date)"),
          // The Bureau tells earlier users of a code by a number: PA (1).
          new HistoryColumn(
              "Carrier", StringType, true, "%1$s rlike '^[A-Z0-9]{2,3}( [(][0-9][)])?$'", "%1$s"),
          new HistoryColumn(
              "FlightNum", StringType, true, "%1$s rlike '^[0-9]{1,5}$'", "try_cast(%1$s as int)"),
          // Never a reason to refuse a flight: old data has much here that is no tail number.
          new HistoryColumn(
              "TailNum",
              StringType,
              false,
              "true",
              "if(upper(%1$s) rlike '^(?!0+$|UNKNOWN?$)[A-Z0-9]{2,7}$', upper(%1$s), null)"),
          new HistoryColumn("Origin", StringType, true, IS_AIRPORT, "%1$s"),
          new HistoryColumn("Dest", StringType, true, IS_AIRPORT, "%1$s"),
          new HistoryColumn("CRSDepTime", IntegerType, false, IS_CLOCK, CLOCK),
          new HistoryColumn("CRSArrTime", IntegerType, false, IS_CLOCK, CLOCK),
          new HistoryColumn(
              "CRSElapsedTime",
              DoubleType,
              false,
              NUMBER + " is not null",
              "if(" + NUMBER + " between 1 and 1440, " + NUMBER + ", null)"),
          new HistoryColumn("DepDelay", DoubleType, false, IS_DELAY, NUMBER),
          new HistoryColumn("ArrDelay", DoubleType, false, IS_DELAY, NUMBER),
          new HistoryColumn(
              "Distance",
              DoubleType,
              false,
              NUMBER + " between 0 and 13000",
              "nullif(" + NUMBER + ", 0d)"));

  private HistoryColumns() {}

  static StructType schema() {
    return new StructType(
        ALL.stream()
            .map(column -> DataTypes.createStructField(column.name(), column.type(), true))
            .toArray(StructField[]::new));
  }

  static List<String> names() {
    return ALL.stream().map(HistoryColumn::name).toList();
  }

  /** Spark SQL: the first thing that is wrong with a row of texts, or null. */
  static String problem() {
    String problems =
        ALL.stream().map(HistoryColumn::problem).collect(Collectors.joining(", ", "", ""));
    return "coalesce(" + problems + ")";
  }
}
