package flights.flight.spark.replay;

import flights.core.text.Count;
import flights.flight.event.FlightEvent;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Sends the events of a file when the clock says that they happen. */
final class Replay {

  private static final long TOLD_EVERY = TimeUnit.SECONDS.toNanos(10);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final ReplayFile file;
  private final ReplayClock clock;
  private final EventSender sender;
  private final PrintStream out;
  private final long begin = System.nanoTime();
  private long told = begin;
  private long sent;

  Replay(ReplayFile file, ReplayClock clock, EventSender sender, PrintStream out) {
    this.file = file;
    this.clock = clock;
    this.sender = sender;
    this.out = out;
  }

  /** Until all are sent, or the clock is stopped; what was sent has arrived then. */
  void play() throws IOException, InterruptedException {
    file.read(this::take);
    sender.flush();
    double seconds = Math.max((System.nanoTime() - begin) / 1e9, 1e-3);
    out.printf(
        Locale.ROOT,
        "%s sent%s in %.1f s, %,.0f per second%n",
        Count.of(sent, "event"),
        sent < file.events() ? ", stopped" : "",
        seconds,
        sent / seconds);
  }

  private boolean take(FlightEvent event, byte[] message) throws InterruptedException {
    if (!clock.await(event.at())) {
      return false;
    }
    sender.send(event.key(), message);
    sent++;
    if (System.nanoTime() - told > TOLD_EVERY) {
      told = System.nanoTime();
      tell(event.at());
    }
    return true;
  }

  private void tell(Instant at) {
    out.printf(Locale.ROOT, "%s: %,d of %s%n", MINUTE.format(at), sent, total());
  }

  private String total() {
    return Count.of(file.events(), "event");
  }
}
