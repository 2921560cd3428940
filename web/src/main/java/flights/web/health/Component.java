package flights.web.health;

import flights.core.check.Check;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something this process depends on, and how it was when it was last looked at. */
final class Component {

  private static final Logger log = LoggerFactory.getLogger(Component.class);
  private static final Duration SILENCE = Duration.ofSeconds(8);
  private static final String NOT_YET = "not looked at yet";

  private final String name;
  private final Supplier<Check> check;
  private volatile Seen last;
  private boolean saidDown;

  Component(String name, Supplier<Check> check) {
    this.name = name;
    this.check = check;
    this.last = Seen.now(Check.down(name, NOT_YET));
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
      log.warn("{}", now.detail());
    } else {
      log.info("the {} is back at {}", name, now.detail());
    }
  }

  private boolean isNew() {
    return last.check().detail().equals(NOT_YET);
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
