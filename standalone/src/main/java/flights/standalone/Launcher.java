package flights.standalone;

import java.util.List;
import java.util.Map;

/**
 * The {@code flights} script, by which all processes are started: it alone knows their class paths
 * and flags.
 */
record Launcher(String script) {

  static Launcher fromSystemProperty() {
    return new Launcher(System.getProperty("flights.script"));
  }

  /** A process that runs a command of the script. */
  Child child(String name, String command, ProcessTable table) {
    return new Child(
        name,
        List.of(script, command),
        Map.of("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid())),
        table);
  }
}
