package flights.standalone;

import flights.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The states of all processes, kept in a file for {@code status} to read. */
final class ProcessTable {

  private final Path file;
  private final Map<String, ProcessState> states = new TreeMap<>();

  ProcessTable(Path file) {
    this.file = file;
  }

  synchronized void put(ProcessState state) {
    states.put(state.name(), state);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(next, Json.pretty(states.values()));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  synchronized Optional<ProcessState> get(String name) {
    return Optional.ofNullable(states.get(name));
  }

  /** What the processes of a home were doing last; nothing when none has been started. */
  static List<ProcessState> read(Path file) {
    try {
      return Files.exists(file)
          ? List.of(Json.read(Files.readString(file), ProcessState[].class))
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
