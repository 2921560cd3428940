package flights.flight.spark.reference;

import static org.apache.spark.sql.functions.expr;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** How punctual a group of flights was: the same figures on every page. */
final class Punctuality {

  /** On time is, as the Department of Transportation counts, less than 15 minutes late. */
  static final String ON_TIME = "ArrDelay < 15";

  static final String FIRST = "cast(min(FlightDate) as string) as First";
  static final String LAST = "cast(max(FlightDate) as string) as Last";

  private static final Column[] SHORT =
      columns(
          "count(*) as Flights",
          "count_if(" + ON_TIME + ") as OnTime",
          "round(count_if(" + ON_TIME + ") / count(*), 4) as OnTimeShare",
          "round(avg(DepDelay), 2) as MeanDepDelay",
          "round(avg(ArrDelay), 2) as MeanArrDelay");

  private static final Column[] FULL =
      with(
          SHORT,
          // In the order of DelayBucket.
          "array(count_if(ArrDelay < -15), count_if(ArrDelay >= -15 and ArrDelay < 0),"
              + " count_if(ArrDelay >= 0 and ArrDelay < 30), count_if(ArrDelay >= 30)) as Buckets",
          percentiles("DepDelay"),
          percentiles("ArrDelay"),
          FIRST,
          LAST);

  private Punctuality() {}

  /** Flights, OnTime, OnTimeShare, MeanDepDelay, MeanArrDelay, and these. */
  static Column[] shortWith(String... more) {
    return with(SHORT, more);
  }

  /**
   * The short record, Buckets (flights in each of the four), DepDelayPercentiles and
   * ArrDelayPercentiles (P10, P50, P90), First and Last (dates), and these.
   */
  static Column[] fullWith(String... more) {
    return with(FULL, more);
  }

  private static Column[] with(Column[] columns, String... more) {
    return Stream.concat(Arrays.stream(columns), Arrays.stream(columns(more)))
        .toArray(Column[]::new);
  }

  /** One call for the three: each call keeps all values. */
  private static String percentiles(String delay) {
    String all = "percentile(" + delay + ", array(0.1, 0.5, 0.9))";
    return "named_struct('P10', round(%1$s[0], 1), 'P50', round(%1$s[1], 1), 'P90', round(%1$s[2], 1)) as %2$sPercentiles"
        .formatted(all, delay);
  }

  private static Column[] columns(String... sql) {
    return Arrays.stream(sql).map(one -> expr(one)).toArray(Column[]::new);
  }
}
