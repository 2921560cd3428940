package flights.web.background;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that something does not work when that begins, not as long as it lasts. */
public final class Trouble {

  private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

  private final AtomicBoolean lasts = new AtomicBoolean();

  public void is(String what) {
    if (lasts.compareAndSet(false, true)) {
      LOG.warn("{}", what);
    }
  }

  public void isOver() {
    lasts.set(false);
  }
}
