package flights.workloads.database;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of the machine's MariaDB. */
record MariaDbProgram(Path file) {

  /** Where a server's program lies without being in everybody's path. */
  private static final List<String> MORE = List.of("/usr/sbin", "/usr/local/sbin");

  /** Throws IllegalStateException with the way out. */
  static MariaDbProgram find(String name) {
    return look(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "this machine has no "
                        + name
                        + ": install a MariaDB server (for example: apt-get install mariadb-server),"
                        + " or let FLIGHTS_DATABASE name one elsewhere"));
  }

  /** Nothing when the machine has none. */
  static Optional<MariaDbProgram> look(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)), MORE.stream())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(MariaDbProgram::new);
  }

  /** The command with its options. */
  List<String> with(String... options) {
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(options));
    return command;
  }
}
