package flights.predictor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is wrong at present; said once, and once when it is over. */
final class Trouble {

  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

  private String present;

  /** Null when all is well. */
  String present() {
    return present;
  }

  void is(String what) {
    if (!what.equals(present)) {
      LOG.warn("{}", what);
    }
    present = what;
  }

  /**
   * All is well.
   *
   * @param news said when it was not so before
   */
  void isOver(String news) {
    if (present != null) {
      LOG.info("{}", news);
    }
    clear();
  }

  /** All is well, as somebody else tells. */
  void clear() {
    present = null;
  }
}
