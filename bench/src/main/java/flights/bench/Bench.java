package flights.bench;

import flights.bench.report.Findings;
import flights.bench.report.Result;
import flights.core.settings.Settings;

/** Measures one thing. */
interface Bench {

  /** Its name and its options, such as {@code web [--rate NUMBER]}. */
  String usage();

  /** Throws IllegalArgumentException when it cannot measure, and says the way out. */
  void run(Settings settings, Options options, Findings findings) throws Exception;

  /** Measures what {@code --compare WORD} names when the word is no file. */
  default Result rival(String word, Settings settings, Options options) throws Exception {
    throw options.wrong("--compare " + word + " is no .json file");
  }

  /** The first word of the usage. */
  default String name() {
    return usage().split(" ", 2)[0];
  }
}
