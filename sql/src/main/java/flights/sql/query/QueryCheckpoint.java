package flights.sql.query;

import flights.core.files.Folders;
import flights.core.process.ProcessLock;
import flights.core.settings.Settings;
import flights.sql.statement.Place;
import flights.sql.statement.SqlFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The folder in which a query notes how far it is, and by which statements it was made. */
public final class QueryCheckpoint {

  private static final String DEFINITION = "definition.sql";

  /** Held until this process ends; the system frees them. */
  private static final Map<Path, ProcessLock> HELD = new HashMap<>();

  private final String name;
  private final Path folder;

  public QueryCheckpoint(Settings settings, String name) {
    this.name = name;
    this.folder = settings.home().checkpoints().resolve("sql").resolve(name);
  }

  String address() {
    return folder.resolve("notes").toUri().toString();
  }

  /** Throws {@link SqlFault} when the notes are of another query. */
  public void requireNotesOf(String definition, Place place) {
    Path file = folder.resolve(DEFINITION);
    try {
      if (Files.exists(file) && !Files.readString(file).equals(definition)) {
        throw new SqlFault(
            place,
            "%s is not the query any more that its checkpoint is of: give it another name, or begin"
                    .formatted(name)
                + " anew by ./flights sql --query \"DROP QUERY "
                + name
                + "\"; what it was is in "
                + file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Whether the query has ever run. */
  boolean hasBegun() {
    return Files.exists(folder.resolve("notes"));
  }

  /** Makes the folder ready; throws IllegalStateException when another process uses it. */
  void prepare(String definition) {
    try {
      lock();
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(DEFINITION), definition);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** Forgets how far the query is; false when it has never run. */
  public boolean delete() {
    try {
      lock();
      boolean there = Files.exists(folder);
      Folders.delete(folder);
      return there;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be deleted: " + e.getMessage(), e);
    }
  }

  private void lock() throws IOException {
    synchronized (HELD) {
      Path file = folder.resolveSibling(name + ".lock");
      if (!HELD.containsKey(file)) {
        HELD.put(
            file,
            ProcessLock.take(file)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "%s runs already in the process %s: stop it, or set another FLIGHTS_HOME"
                                .formatted(name, ProcessLock.holder(file)))));
      }
    }
  }
}
