package flights.flight.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import flights.core.json.Json;
import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.flight.spark.history.FlightHistory;
import flights.flight.spark.history.HistoryException;
import flights.flight.spark.history.ReadReport;
import flights.model.SparkSessions;
import flights.model.command.Command;
import flights.model.command.RefusedException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads flights and tells what they are, without keeping anything of them. */
public final class CheckMain {

  private static final String USAGE =
      "./flights check --data PATH [--least NUMBER] [--json] [--master URL]";

  private CheckMain() {}

  public static void main(String[] args) {
    Command.runAlone(USAGE, 0, args, CheckMain::check);
  }

  private static void check(Settings settings, Arguments given) throws IOException {
    String path =
        given
            .option("--data")
            .orElseThrow(() -> new IllegalArgumentException("check what? usage: " + USAGE));
    long least = given.option("--least").map(CheckMain::number).orElse(1L);
    String master = given.option("--master").orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark =
            SparkSessions.start("flights check", master, settings.sparkOptions());
        FlightHistory history = FlightHistory.keep(spark, path)) {
      Row days = history.flights().select(min(col("FlightDate")), max(col("FlightDate"))).first();
      ReadReport report = history.report();
      System.out.println(
          given.has("--json")
              ? json(report, days)
              : report.summary() + "; " + days.get(0) + " to " + days.get(1));
      if (report.flights() < least) {
        throw new RefusedException(
            "%s holds %,d flights, %,d are wanted".formatted(path, report.flights(), least));
      }
    } catch (HistoryException e) {
      throw new RefusedException(e.getMessage());
    }
  }

  private static String json(ReadReport report, Row days) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("data", report.path());
    told.put("format", report.format());
    told.put("files", report.files());
    told.put("flights", report.flights());
    told.put("dropped", report.dropped());
    told.put("malformed", report.malformed());
    told.put("from", days.get(0).toString());
    told.put("to", days.get(1).toString());
    return Json.write(told);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--least " + text + " is not a whole number", e);
    }
  }
}
