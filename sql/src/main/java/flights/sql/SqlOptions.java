package flights.sql;

import flights.core.command.CommandLines;
import flights.core.command.StreamCommands.SqlCommand;
import flights.core.settings.Settings;
import flights.core.text.ClosestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param query statements to be run once over what the files define; null to run the files' queries
 */
record SqlOptions(List<Path> files, String query) {

  /** Without files those of FLIGHTS_STREAMS; throws IllegalArgumentException. */
  static SqlOptions of(List<String> words, Settings settings, Path root) {
    SqlCommand asked = CommandLines.read(SqlCommand.class, words);
    String query = asked.query().orElse(null);
    List<Path> files =
        asked.files().isEmpty()
            ? ofStreams(settings.streams(), root.resolve("resources").resolve("streams"))
            : asked.files();
    files.forEach(SqlOptions::requireFile);
    if (files.isEmpty() && query == null) {
      throw new IllegalArgumentException("no statements: name files, or set FLIGHTS_STREAMS");
    }
    return new SqlOptions(files, query);
  }

  private static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + file);
    }
  }

  private static List<Path> ofStreams(List<String> names, Path streams) {
    return names.stream().flatMap(name -> filesOf(name, streams).stream()).toList();
  }

  private static List<Path> filesOf(String name, Path streams) {
    Path folder = streams.resolve(name);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "FLIGHTS_STREAMS: there is no folder "
              + folder
              + ClosestName.hint(name, list(streams).stream().map(SqlOptions::last).toList()));
    }
    return list(folder).stream().filter(file -> last(file).endsWith(".sql")).toList();
  }

  private static String last(Path path) {
    return path.getFileName().toString();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read: " + e.getMessage(), e);
    }
  }
}
