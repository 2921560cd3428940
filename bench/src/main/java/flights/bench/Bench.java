package flights.bench;

import flights.bench.report.Findings;
import flights.core.command.BenchCommands.ComparedCommand;
import flights.core.command.CommandLines;
import flights.core.settings.Settings;

/** Measures one thing, as its command asks. */
interface Bench<C extends ComparedCommand> {

  Class<C> command();

  /** Throws IllegalArgumentException when it cannot measure, and says the way out. */
  void run(Settings settings, C asked, Findings findings) throws Exception;

  /** Whether it measures a system that settings can lead to, and so a second one too. */
  default boolean measuresSystem() {
    return true;
  }

  default String name() {
    return CommandLines.name(command());
  }
}
