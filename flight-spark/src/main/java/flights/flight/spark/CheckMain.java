package flights.flight.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import flights.core.command.DataCommands.CheckCommand;
import flights.core.json.Json;
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

  private CheckMain() {}

  public static void main(String[] args) {
    Command.runAlone(CheckCommand.class, args, CheckMain::check);
  }

  private static void check(Settings settings, CheckCommand asked) throws IOException {
    String master = asked.master().orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark =
            SparkSessions.start("flights check", master, settings.sparkOptions());
        FlightHistory history = FlightHistory.keep(spark, asked.data())) {
      Row days = history.flights().select(min(col("FlightDate")), max(col("FlightDate"))).first();
      ReadReport report = history.report();
      System.out.println(
          asked.json()
              ? json(report, days)
              : report.summary() + "; " + days.get(0) + " to " + days.get(1));
      if (report.flights() < asked.least()) {
        throw new RefusedException(
            "%s holds %,d flights, %,d are wanted"
                .formatted(asked.data(), report.flights(), asked.least()));
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
}
