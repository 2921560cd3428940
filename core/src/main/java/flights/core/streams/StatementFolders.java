package flights.core.streams;

import flights.core.text.ClosestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of {@code resources/streams}, of which some have files of SQL statements. */
public final class StatementFolders {

  private final Path root;

  public StatementFolders(Path root) {
    this.root = root;
  }

  /** Those of the program that this process belongs to, as its script tells. */
  public static StatementFolders installed() {
    return new StatementFolders(
        Path.of(System.getProperty("flights.root", "."), "resources", "streams"));
  }

  public Path root() {
    return root;
  }

  /** Those with statements, in alphabetical order. */
  public List<String> names() {
    return list(root).stream()
        .map(StatementFolders::last)
        .filter(name -> !files(name).isEmpty())
        .toList();
  }

  /** The files of statements in a folder, in the order in which they are read. */
  public List<Path> files(String name) {
    return list(root.resolve(name)).stream().filter(file -> last(file).endsWith(".sql")).toList();
  }

  /**
   * The files of folders that FLIGHTS_STREAMS names. Throws IllegalArgumentException with the right
   * names, the nearest of them last.
   */
  public List<Path> require(List<String> names) {
    return names.stream().flatMap(name -> require(name).stream()).toList();
  }

  private List<Path> require(String name) {
    List<Path> files = files(name);
    if (files.isEmpty()) {
      Path folder = root.resolve(name);
      throw new IllegalArgumentException(
          (Files.isDirectory(folder)
                  ? "FLIGHTS_STREAMS: there is no file .sql in "
                  : "FLIGHTS_STREAMS: there is no folder ")
              + folder
              + (names().isEmpty() ? "" : "; there are: " + String.join(", ", names()))
              + ClosestName.hint(name, names()));
    }
    return files;
  }

  private static String last(Path path) {
    return path.getFileName().toString();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }
}
