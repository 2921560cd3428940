package flights.core.tracker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a model package that lies in a folder of this machine. */
final class PackageFiles {

  private PackageFiles() {}

  /**
   * By their names within the package; empty for a package that lies elsewhere, or is gone.
   *
   * @param address as the registry has it
   */
  static Map<String, Path> of(String address) {
    Map<String, Path> found = new TreeMap<>();
    Path folder = folder(address);
    if (folder == null || !Files.isDirectory(folder)) {
      return found;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> visible =
          files.filter(it -> !it.getFileName().toString().startsWith(".")).toList();
      visible.stream()
          .filter(Files::isRegularFile)
          .forEach(it -> found.put(folder.relativize(it).toString().replace('\\', '/'), it));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null for one elsewhere: only Spark's processes can read that. */
  private static Path folder(String address) {
    try {
      URI uri = URI.create(address);
      if (uri.getScheme() == null) {
        return Path.of(address);
      }
      return uri.getScheme().equals("file") ? Path.of(uri.getPath()) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
