package flights.flight.spark.replay;

import flights.core.process.AtShutdown;
import flights.core.process.Daemon;
import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.core.text.Count;
import flights.flight.spark.history.HistoryException;
import flights.model.SparkSessions;
import flights.model.command.Command;
import flights.model.command.RefusedException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.spark.sql.SparkSession;

/** Plays days of history as they happened. */
public final class ReplayMain {

  private static final String USAGE =
      "./flights replay --data PATH --day YYYY-MM-DD [--days NUMBER] [--speed NUMBER] [--master"
          + " URL]";
  private static final int MOST_DAYS = 366;
  private static final double USUAL_SPEED = 60;

  private ReplayMain() {}

  public static void main(String[] args) {
    Command.runAlone(USAGE, 0, args, ReplayMain::replay);
  }

  private static void replay(Settings settings, Arguments given)
      throws IOException, InterruptedException {
    ReplayDays days = new ReplayDays(required(given, "--data"), day(given), days(given));
    double speed = speed(given);
    try (EventSender sender = EventSender.open(settings)) {
      ReplayDays.Prepared prepared = prepare(settings, given, days);
      try (ReplayFile file = prepared.file()) {
        tell(days, prepared);
        play(file, speed, sender);
      }
    }
  }

  /** Spark has ended when this returns: what follows needs little. */
  private static ReplayDays.Prepared prepare(Settings settings, Arguments given, ReplayDays days)
      throws IOException {
    String master = given.option("--master").orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark =
        SparkSessions.start("flights replay", master, settings.sparkOptions())) {
      return days.prepare(spark, settings.home().folder().resolve("replay"));
    } catch (HistoryException e) {
      throw new RefusedException(e.getMessage());
    }
  }

  private static void tell(ReplayDays days, ReplayDays.Prepared prepared) {
    System.out.printf(
        "%s of %s %s%s%n",
        Count.of(prepared.file().events(), "event"),
        Count.of(prepared.file().flights(), "flight"),
        days.words(),
        prepared.leftOut() == 0
            ? ""
            : "; " + Count.of(prepared.leftOut(), "flight") + " without a known time left out");
  }

  private static void play(ReplayFile file, double speed, EventSender sender)
      throws IOException, InterruptedException {
    ReplayClock clock = new ReplayClock(file.begin(), speed, System::nanoTime);
    if (System.console() != null) {
      System.out.println(ReplayKeys.HELP);
      ReplayKeys keys = new ReplayKeys(clock, System.out);
      Daemon.start(
          "replay-keys",
          () -> keys.follow(new InputStreamReader(System.in, Charset.defaultCharset())));
    }
    try (AtShutdown stop = new AtShutdown(clock::stop)) {
      new Replay(file, clock, sender, System.out).play();
    }
  }

  private static String required(Arguments given, String option) {
    return given
        .option(option)
        .orElseThrow(() -> new IllegalArgumentException(option + " is missing; usage: " + USAGE));
  }

  private static LocalDate day(Arguments given) {
    String text = required(given, "--day");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("--day " + text + " is no date such as 2013-07-01", e);
    }
  }

  private static int days(Arguments given) {
    double days = number(given, "--days", 1);
    if (days % 1 != 0 || days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("--days is a whole number from 1 to " + MOST_DAYS);
    }
    return (int) days;
  }

  private static double speed(Arguments given) {
    double speed = number(given, "--speed", USUAL_SPEED);
    if (speed != 0 && !(speed >= 0.01 && speed <= ReplayClock.FASTEST)) {
      throw new IllegalArgumentException(
          "--speed is a number from 0.01 to 100000, or 0 for as quickly as possible");
    }
    return speed;
  }

  private static double number(Arguments given, String option, double usual) {
    String text = given.option(option).orElse(String.valueOf(usual));
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " " + text + " is not a number", e);
    }
  }
}
