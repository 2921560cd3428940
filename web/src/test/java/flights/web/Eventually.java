package flights.web;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for what is bound to happen, longer than any machine needs. */
final class Eventually {

  private Eventually() {}

  static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }
}
