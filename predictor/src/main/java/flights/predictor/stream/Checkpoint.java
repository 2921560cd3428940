package flights.predictor.stream;

import flights.core.files.Folders;
import flights.core.json.Json;
import flights.core.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which a stream notes how far it is. */
final class Checkpoint {

  private static final String TOPIC = "topic.json";
  private static final String CLEARED = "realtime";
  private static final String LOCK = ".lock";

  private final Path folder;

  Checkpoint(Path folder) {
    this.folder = folder;
  }

  /** Where the stream that serves a model notes how far it is. */
  static Checkpoint of(Settings settings, String model) {
    return new Checkpoint(settings.home().checkpoints().resolve(model));
  }

  /** What the notes speak of: a topic that is deleted and made again is another one. */
  record Topic(String name, String id) {}

  /** The folder's address, for a stream that goes on by its own notes. */
  String address() {
    return folder.toUri().toString();
  }

  /** The address of an empty folder, for a stream that is told where to begin. */
  String cleared() throws IOException {
    Path cleared = folder.resolve(CLEARED);
    Folders.delete(cleared);
    return cleared.toUri().toString();
  }

  /**
   * Makes sure that no other process notes here, until the lock is closed or this process ends;
   * throws IllegalStateException when another does.
   */
  AutoCloseable lock() throws IOException {
    Files.createDirectories(folder.getParent());
    Path file = folder.resolveSibling(folder.getFileName() + LOCK);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
    }
    channel.close();
    throw new IllegalStateException(
        folder.getFileName()
            + " is served already by another process on "
            + folder
            + ": stop it, or give this one another FLIGHTS_HOME");
  }

  Path folder() {
    return folder;
  }

  /** Whether no stream has ever noted here, or all notes were deleted. */
  boolean isNew() {
    return !Files.exists(folder.resolve(TOPIC)) && !Files.exists(folder.resolve("offsets"));
  }

  /** Throws {@link BrokenStream} when what is noted speaks of another topic. */
  void requireNotesOf(Topic topic) {
    Path file = folder.resolve(TOPIC);
    try {
      if (Files.exists(file)) {
        Topic noted = Json.read(Files.readString(file), Topic.class);
        if (!noted.equals(topic)) {
          throw BrokenStream.otherTopic(folder, noted, topic);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** Makes the folder ready for a stream of this topic; no other is to note here now. */
  void prepare(Topic topic) {
    requireNotesOf(topic);
    try {
      clearUnfinished();
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(TOPIC), Json.pretty(topic));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * Clears what a stream has left that was stopped while it wrote its very first note: Spark
   * refuses to start beside it. As long as no note is whole, nothing is lost.
   */
  private void clearUnfinished() throws IOException {
    if (files("offsets").stream().noneMatch(Checkpoint::isNote)) {
      for (Path left : files("offsets")) {
        Files.delete(left);
      }
      for (Path left : files("commits")) {
        Files.delete(left);
      }
    }
  }

  private static boolean isNote(Path file) {
    return file.getFileName().toString().matches("\\d+");
  }

  private List<Path> files(String log) throws IOException {
    if (!Files.isDirectory(folder.resolve(log))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve(log))) {
      return files.toList();
    }
  }
}
