package flights.bench;

import flights.bench.report.Findings;
import flights.core.settings.Settings;

/** Measures one thing. */
interface Bench {

  /** Its name and its options, such as {@code web [--rate NUMBER]}. */
  String usage();

  /** Throws IllegalArgumentException when it cannot measure, and says the way out. */
  void run(Settings settings, Options options, Findings findings) throws Exception;

  /** Whether it measures a system that settings can lead to, and so a second one too. */
  default boolean measuresSystem() {
    return true;
  }

  /** The first word of the usage. */
  default String name() {
    return usage().split(" ", 2)[0];
  }
}
