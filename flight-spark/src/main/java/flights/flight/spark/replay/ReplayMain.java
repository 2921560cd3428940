package flights.flight.spark.replay;

import flights.core.command.CommandLines;
import flights.core.command.DataCommands.ReplayCommand;
import flights.core.process.AtShutdown;
import flights.core.process.Daemon;
import flights.core.settings.Settings;
import flights.core.text.Count;
import flights.flight.spark.history.HistoryException;
import flights.model.SparkSessions;
import flights.model.command.Command;
import flights.model.command.RefusedException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import org.apache.spark.sql.SparkSession;

/** Plays days of history as they happened. */
public final class ReplayMain {

  private static final int MOST_DAYS = 366;
  private static final double SLOWEST = 0.01;

  private ReplayMain() {}

  public static void main(String[] args) {
    Command.runAlone(ReplayCommand.class, args, ReplayMain::replay);
  }

  private static void replay(Settings settings, ReplayCommand asked)
      throws IOException, InterruptedException {
    int number = (int) CommandLines.within("--days", asked.days(), 1, MOST_DAYS);
    ReplayDays days = new ReplayDays(asked.data(), asked.day(), number);
    double speed = speed(asked.speed());
    try (EventSender sender = EventSender.open(settings)) {
      ReplayDays.Prepared prepared = prepare(settings, asked, days);
      try (ReplayFile file = prepared.file()) {
        tell(days, prepared);
        play(file, speed, sender);
      }
    }
  }

  /** Spark has ended when this returns: what follows needs little. */
  private static ReplayDays.Prepared prepare(
      Settings settings, ReplayCommand asked, ReplayDays days) throws IOException {
    String master = asked.master().orElseGet(() -> settings.sparkMaster(2));
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

  private static double speed(double asked) {
    if (asked != 0 && !(asked >= SLOWEST && asked <= ReplayClock.FASTEST)) {
      throw new IllegalArgumentException(
          "--speed is a number from 0.01 to 100000, or 0 for as quickly as possible");
    }
    return asked;
  }
}
