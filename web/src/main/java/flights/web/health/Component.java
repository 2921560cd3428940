package flights.web.health;

import flights.core.check.Check;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something this process depends on, and how it was when it was last looked at. */
final class Component {

  private static final Logger LOG = LoggerFactory.getLogger(Component.class);
  private static final Duration SILENCE = Duration.ofSeconds(8);

  private final String name;
  private final Supplier<Check> check;
  private final Check notYet;
  private volatile Seen last;
  private boolean saidDown;

  Component(String name, Supplier<Check> check) {
    this.name = name;
    this.check = check;
    this.notYet = Check.down(name, "the " + name + " has not answered yet");
    this.last = Seen.now(notYet);
  }

  /** Looks, however long that takes. */
  void look() {
    last = Seen.now(check.get());
  }

  /** The last look's outcome, without waiting; down when a look has hung for some seconds. */
  Check now() {
    Seen seen = last;
    return seen.isOlderThan(SILENCE) && !isNew()
        ? Check.down(name, "the " + name + " takes the connection but does not answer")
        : seen.check();
  }

  /** Writes into the log that it went down or came back, once each. */
  void say() {
    Check now = now();
    if (now.up() != saidDown || isNew()) {
      return;
    }
    saidDown = !now.up();
    if (saidDown) {
      LOG.warn("{}", now.detail());
    } else {
      LOG.info("the {} is back at {}", name, now.detail());
    }
  }

  private boolean isNew() {
    return last.check().equals(notYet);
  }

  private record Seen(Check check, long nanos) {
    static Seen now(Check check) {
      return new Seen(check, System.nanoTime());
    }

    boolean isOlderThan(Duration age) {
      return System.nanoTime() - nanos > age.toNanos();
    }
  }
}
