package flights.predictor.stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong at present; said once, and once when it is over. For any number of threads. */
final class ProblemLog {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);

  private final String about;
  private String present;

  /** Of what the log is about anyway. */
  ProblemLog() {
    this("");
  }

  /**
   * Of one among several.
   *
   * @param about stands before what is said; empty for nothing
   */
  ProblemLog(String about) {
    this.about = about.isEmpty() ? "" : about + ": ";
  }

  /** Null when all is well. */
  synchronized String present() {
    return present;
  }

  synchronized void is(String what) {
    if (!what.equals(present)) {
      LOG.warn("{}{}", about, what);
    }
    present = what;
  }

  /**
   * All is well.
   *
   * @param news said when it was not so before
   */
  synchronized void isOver(String news) {
    if (present != null) {
      LOG.info("{}{}", about, news);
    }
    clear();
  }

  /** All is well, as somebody else tells. */
  synchronized void clear() {
    present = null;
  }
}
