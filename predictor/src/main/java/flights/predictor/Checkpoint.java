package flights.predictor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which a stream notes how far it is. */
final class Checkpoint {

  private final Path folder;

  Checkpoint(Path folder) {
    this.folder = folder;
  }

  /** The folder's address, for Spark. */
  String address() {
    return folder.toUri().toString();
  }

  /**
   * Clears what a stream has left that was stopped while it wrote its very first note: Spark
   * refuses to start beside it. As long as no note is whole, nothing is lost.
   */
  void clearUnfinished() {
    try {
      if (files("offsets").stream().noneMatch(Checkpoint::isNote)) {
        for (Path left : files("offsets")) {
          Files.delete(left);
        }
        for (Path left : files("commits")) {
          Files.delete(left);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be used: " + e.getMessage(), e);
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
