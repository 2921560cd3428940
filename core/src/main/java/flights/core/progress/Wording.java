package flights.core.progress;

import flights.core.text.Count;
import java.time.Duration;
import java.util.Locale;

/** What a progress says. */
final class Wording {

  private static final int BAR = 24;
  // Sooner, the remaining time would be no more than a guess.
  private static final double KNOWN_ENOUGH = 0.05;

  private Wording() {}

  /** {@code reading: 336,776 rows in 3.2 s}. */
  static String finished(Snapshot at) {
    return at.stage() + ": " + (at.rows() == 0 ? "" : rows(at) + " in ") + duration(at.inStage());
  }

  /** {@code reading: 41% of all done, about 20 s left}; without what cannot be told. */
  static String running(Snapshot at) {
    return at.stage()
        + ": "
        + (Double.isNaN(at.done()) ? "" : percent(at) + " of all done, ")
        + time(at);
  }

  /** {@code [====> ] 41% 2/9 reading, 336,776 rows, about 20 s left}, at most this wide. */
  static String line(Snapshot at, int width) {
    String line =
        (Double.isNaN(at.done()) ? "" : "%s %4s  %s".formatted(bar(at), percent(at), number(at)))
            + at.stage()
            + (at.rows() == 0 ? "" : ", " + rows(at))
            + ", "
            + time(at);
    return line.substring(0, Math.min(line.length(), width));
  }

  private static String number(Snapshot at) {
    return at.stages() == 1 ? "" : at.number() + "/" + at.stages() + " ";
  }

  private static String rows(Snapshot at) {
    return Count.of(at.rows(), "row");
  }

  private static String percent(Snapshot at) {
    return (int) (at.done() * 100) + "%";
  }

  private static String bar(Snapshot at) {
    int filled = (int) (at.done() * BAR);
    String drawn = "=".repeat(filled) + (filled < BAR ? ">" : "");
    return "[" + drawn + " ".repeat(BAR - drawn.length()) + "]";
  }

  /** What is left, or where that cannot be told what has passed. */
  private static String time(Snapshot at) {
    if (Double.isNaN(at.done()) || at.done() < KNOWN_ENOUGH) {
      return "for " + whole(at.inStage().toSeconds());
    }
    double left = at.inAll().toMillis() / 1000.0 * (1 - at.done()) / at.done();
    return "about " + whole(Math.round(left)) + " left";
  }

  /** With a tenth of a second where that tells something. */
  private static String duration(Duration time) {
    return time.toSeconds() < 60
        ? String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0)
        : whole(time.toSeconds());
  }

  private static String whole(long seconds) {
    return seconds < 60 ? seconds + " s" : "%d min %02d s".formatted(seconds / 60, seconds % 60);
  }
}
