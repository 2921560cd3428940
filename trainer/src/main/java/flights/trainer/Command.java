package flights.trainer;

import flights.core.settings.BadSettingException;
import flights.core.settings.Lifeline;
import flights.core.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what a command line asks for, and makes one line of what goes wrong. */
final class Command {

  private static final Logger LOG = LoggerFactory.getLogger(Command.class);
  private static final int USAGE = 2;

  /** What a command does. */
  interface Action {
    void run(Settings settings) throws Exception;
  }

  private Command() {}

  /** Ends the process with an exit code that is not 0 when something goes wrong. */
  static void run(Action action) {
    try {
      Settings settings = Settings.fromEnvironment();
      Lifeline.hold(settings);
      action.run(settings);
    } catch (BadSettingException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
    } catch (Exception e) {
      System.err.println(
          "flights: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("failed"));
      LOG.debug("because of", e);
      System.exit(1);
    }
  }
}
