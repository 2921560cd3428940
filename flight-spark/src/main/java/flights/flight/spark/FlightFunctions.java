package flights.flight.spark;

import flights.flight.DelayBucket;
import flights.flight.FlightCalendar;
import flights.flight.Route;
import java.time.LocalDate;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/** The derived fields of a flight as SQL functions: the same code that serves the form. */
final class FlightFunctions {

  private FlightFunctions() {}

  static void register(SparkSession spark) {
    ofDate(spark, "flight_day_of_week", FlightCalendar::dayOfWeek);
    ofDate(spark, "flight_day_of_month", FlightCalendar::dayOfMonth);
    ofDate(spark, "flight_day_of_year", FlightCalendar::dayOfYear);
    UDF2<String, String, String> route = Route::name;
    spark.udf().register("flight_route", route, DataTypes.StringType);
    UDF1<Double, Integer> bucket = minutes -> DelayBucket.of(minutes).index();
    spark.udf().register("flight_delay_bucket", bucket, DataTypes.IntegerType);
  }

  private static void ofDate(SparkSession spark, String name, DateFunction function) {
    UDF1<LocalDate, Integer> ofDate = function::applyAsInt;
    spark.udf().register(name, ofDate, DataTypes.IntegerType);
  }

  private interface DateFunction extends ToIntFunction<LocalDate>, java.io.Serializable {}
}
