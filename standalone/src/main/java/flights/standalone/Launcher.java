package flights.standalone;

import java.util.Map;
import java.util.stream.Stream;

/**
 * The {@code flights} script, by which all processes are started: it alone knows their class paths
 * and flags.
 */
record Launcher(String script) {

  static Launcher fromSystemProperty() {
    return new Launcher(System.getProperty("flights.script"));
  }

  /**
   * A process that runs a command of the script, with its arguments.
   *
   * @param name its role; no two that run at the same time have the same
   */
  Child child(String name, ProcessTable table, String... command) {
    return new Child(
        name,
        Stream.concat(Stream.of(script), Stream.of(command)).toList(),
        Map.of(
            "FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()), "FLIGHTS_ROLE", name),
        table);
  }
}
