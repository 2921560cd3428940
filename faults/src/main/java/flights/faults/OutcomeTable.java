package flights.faults;

import java.util.Locale;

/** The outcomes as lines for a terminal. */
final class OutcomeTable {

  static final String HEAD =
      String.format(
          "%-20s %8s %8s %5s %7s %6s %7s %7s %7s %7s %7s %10s",
          "fault",
          "accepted",
          "once",
          "lost",
          "doubled",
          "untold",
          "repeats",
          "wrong",
          "refused",
          "unsent",
          "unknown",
          "recovers");

  private OutcomeTable() {}

  static String line(FaultOutcome it) {
    if (it.skipped() != null) {
      return String.format("%-20s skipped: %s", it.fault(), it.skipped());
    }
    return String.format(
            Locale.ROOT,
            "%-20s %,8d %,8d %5d %7d %6d %7d %7d %7d %7d %7d %8.1f s",
            it.fault(),
            it.accepted(),
            it.once(),
            it.lost(),
            it.doubled(),
            it.untold(),
            it.repeats(),
            it.wrong(),
            it.refused(),
            it.unsent(),
            it.unknown(),
            it.recoverMillis() / 1e3)
        + (it.remark() == null ? "" : "  " + it.remark());
  }
}
