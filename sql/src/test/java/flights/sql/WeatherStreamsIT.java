package flights.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import flights.sql.query.QueryService;
import flights.sql.statement.SqlFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped statements about weather stations, beside a recount of what was sent. */
class WeatherStreamsIT {

  private static final Path WEATHER = Path.of("..", "resources", "streams", "weather");
  private static final String TOPIC = "stations-json";
  private static final List<String> STATIONS = List.of("A", "B", "C");
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final int DAYS = 80;

  /** So many of a station's latest days are kept. */
  private static final int SLOTS = 64;

  @TempDir Path home;
  private SqlTestSystem system;
  private final Map<String, Document> reports = new HashMap<>();

  @BeforeEach
  void open() {
    system = new SqlTestSystem(home);
  }

  @AfterEach
  void close() {
    system.close();
  }

  @Test
  void dataSetAndDaysAreThoseOfARecount() throws Exception {
    QueryService first = start();
    send(0, DAYS / 2);
    Thread running = running(first);
    awaitDay(DAYS / 2 - 1);
    first.stop();
    running.join();

    // Some reports are repeated, before and after the stop.
    send(DAYS / 2 - 3, DAYS);
    QueryService second = start();
    Thread again = running(second);
    awaitDay(DAYS - 1);
    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(() -> assertThat(dataSet()).hasSize(STATIONS.size() * (DAYS - 2)));
    second.stop();
    again.join();

    assertThat(dataSet()).containsExactlyInAnyOrderElementsOf(recount());
    assertThat(dataFiles()).isLessThanOrEqualTo(4);
    List<Document> days = system.documents("weather_days");
    assertThat(days).hasSize(STATIONS.size() * SLOTS);
    for (Document day : days) {
      Document report = reports.get(key(day.getString("station"), day.getString("date")));
      assertThat(day.getDouble("degrees")).isEqualTo(report.getDouble("degrees"));
      assertThat(day.getString("date")).isGreaterThan(FIRST.plusDays(DAYS - SLOTS - 1).toString());
    }
  }

  @Test
  void filesOfAnEarlierRunAreNotMixedWithNewOnes() throws Exception {
    Files.createDirectories(home.resolve("streams/rain/_spark_metadata"));
    assertThatThrownBy(() -> start().run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rain_dataset begins anew, but")
        .hasMessageContaining("delete that folder");
  }

  @Test
  void whatIsToBeUniqueNeedsATime() {
    Script script = new Script(system.settings, SqlTestSystem.spark(), System.out);
    assertThatThrownBy(() -> script.read("one.sql", "CREATE STREAM a (b INT) WITH (unique = 'b');"))
        .isInstanceOf(SqlFault.class)
        .hasMessageContaining("one.sql:1:")
        .hasMessageContaining("unique needs timestamp and watermark");
  }

  private QueryService start() throws Exception {
    Script script = new Script(system.settings, SqlTestSystem.spark(), System.out);
    String dataSet = Files.readString(WEATHER.resolve("dataset.sql"));
    script.read("dataset.sql", dataSet.replace("'1 minute'", "'5 seconds'"));
    String forecast = Files.readString(WEATHER.resolve("forecast.sql"));
    script.read("forecast.sql", forecast.substring(0, forecast.indexOf("CREATE VIEW")));
    script.makeTopics();
    return new QueryService(system.settings, script.plans());
  }

  private static Thread running(QueryService service) {
    Thread thread = new Thread(() -> StreamsIT.run(service));
    thread.start();
    return thread;
  }

  /** Each fifth report is sent twice. */
  private void send(int from, int to) throws Exception {
    for (int i = from; i < to; i++) {
      for (String station : STATIONS) {
        Document report = report(station, i);
        reports.put(key(station, report.getString("date")), report);
        system.send(TOPIC, station, report);
        if (i % 5 == 0) {
          system.send(TOPIC, station, report);
        }
      }
    }
  }

  private static Document report(String station, int day) {
    Random random = new Random(station.hashCode() * 1_000L + day);
    return new Document("date", FIRST.plusDays(day).toString())
        .append("station", station)
        .append("degrees", Math.round(random.nextDouble() * 1_000) / 10.0)
        .append("raining", random.nextInt(2));
  }

  private void awaitDay(int day) {
    String date = FIRST.plusDays(day).toString();
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                system.documents("weather_days").stream()
                        .filter(it -> it.getString("date").equals(date))
                        .count()
                    == STATIONS.size());
  }

  private List<String> dataSet() {
    if (!Files.exists(home.resolve("streams/rain/_spark_metadata/0"))) {
      return List.of();
    }
    return SqlTestSystem.spark()
        .read()
        .parquet(home.resolve("streams/rain").toString())
        .selectExpr(
            "station",
            "date",
            "month",
            "raining",
            "sub1degrees",
            "sub1raining",
            "sub2degrees",
            "sub2raining")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private long dataFiles() throws Exception {
    try (var files = Files.list(home.resolve("streams/rain"))) {
      return files.filter(it -> it.toString().endsWith(".parquet")).count();
    }
  }

  private List<String> recount() {
    List<String> rows = new ArrayList<>();
    for (String station : STATIONS) {
      for (int day = 2; day < DAYS; day++) {
        LocalDate date = FIRST.plusDays(day);
        Document today = reports.get(key(station, date.toString()));
        Document one = reports.get(key(station, date.minusDays(1).toString()));
        Document two = reports.get(key(station, date.minusDays(2).toString()));
        rows.add(
            "[%s,%s,%d,%s,%s,%s,%s,%s]"
                .formatted(
                    station,
                    date,
                    date.getMonthValue(),
                    today.get("raining"),
                    one.get("degrees"),
                    one.get("raining"),
                    two.get("degrees"),
                    two.get("raining")));
      }
    }
    return rows;
  }

  private static String key(String station, String date) {
    return station + " " + date;
  }
}
