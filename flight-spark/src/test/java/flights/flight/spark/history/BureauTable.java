package flights.flight.spark.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A month's table as the Bureau of Transportation Statistics gives it away: all its columns. */
public final class BureauTable {

  private static final List<String> COLUMNS =
      Stream.concat(
              Arrays.stream(
                  """
                  Year Quarter Month DayofMonth DayOfWeek FlightDate Reporting_Airline \
                  DOT_ID_Reporting_Airline IATA_CODE_Reporting_Airline Tail_Number \
                  Flight_Number_Reporting_Airline OriginAirportID OriginAirportSeqID \
                  OriginCityMarketID Origin OriginCityName OriginState OriginStateFips \
                  OriginStateName OriginWac DestAirportID DestAirportSeqID DestCityMarketID Dest \
                  DestCityName DestState DestStateFips DestStateName DestWac CRSDepTime DepTime \
                  DepDelay DepDelayMinutes DepDel15 DepartureDelayGroups DepTimeBlk TaxiOut \
                  WheelsOff WheelsOn TaxiIn CRSArrTime ArrTime ArrDelay ArrDelayMinutes ArrDel15 \
                  ArrivalDelayGroups ArrTimeBlk Cancelled CancellationCode Diverted \
                  CRSElapsedTime ActualElapsedTime AirTime Flights Distance DistanceGroup \
                  CarrierDelay WeatherDelay NASDelay SecurityDelay LateAircraftDelay \
                  FirstDepTime TotalAddGTime LongestAddGTime DivAirportLandings DivReachedDest \
                  DivActualElapsedTime DivArrDelay DivDistance"""
                      .split(" ")),
              Stream.of(1, 2, 3, 4, 5).flatMap(BureauTable::diversion))
          .toList();

  private final List<String> lines = new ArrayList<>();

  public BureauTable() {
    lines.add(COLUMNS.stream().map(BureauTable::quoted).collect(Collectors.joining(",")) + ",");
  }

  /** A flight that left 12 minutes late and came 5 early, but for these: name, value, ... */
  public BureauTable flight(String... changes) {
    Map<String, String> values = new HashMap<>();
    String[] usual = {
      "FlightDate",
      "2013-07-04",
      "Reporting_Airline",
      "B6",
      "Tail_Number",
      "N580JB",
      "Flight_Number_Reporting_Airline",
      "165",
      "Origin",
      "JFK",
      "OriginCityName",
      "New York, NY",
      "Dest",
      "PDX",
      "DestCityName",
      "Portland, OR",
      "CRSDepTime",
      "1835",
      "CRSArrTime",
      "2155",
      "DepDelay",
      "12.00",
      "ArrDelay",
      "-5.00",
      "Cancelled",
      "0.00",
      "CRSElapsedTime",
      "380.00",
      "Distance",
      "2454.00"
    };
    put(values, usual);
    put(values, changes);
    return line(
        COLUMNS.stream().map(name -> cell(values.get(name))).collect(Collectors.joining(","))
            + ",");
  }

  BureauTable line(String line) {
    lines.add(line);
    return this;
  }

  public Path csv(Path file) throws IOException {
    return Files.write(file, text());
  }

  /** Beside the table there is a page that explains it. */
  Path zip(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("readme.html"));
      zip.write("<html>what the columns mean</html>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(
          new ZipEntry(
              file.getFileName()
                  .toString()
                  .replace("1987_present", "(1987_present)")
                  .replace(".zip", ".csv")));
      zip.write(text());
      zip.closeEntry();
    }
    return file;
  }

  private byte[] text() {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Stream<String> diversion(int number) {
    return Stream.of(
            "Airport",
            "AirportID",
            "AirportSeqID",
            "WheelsOn",
            "TotalGTime",
            "LongestGTime",
            "WheelsOff",
            "TailNum")
        .map(name -> "Div" + number + name);
  }

  private static void put(Map<String, String> values, String... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(pairs[i], pairs[i + 1]);
    }
  }

  private static String cell(String value) {
    return value == null ? "" : value.matches("-?[0-9.]*") ? value : quoted(value);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
