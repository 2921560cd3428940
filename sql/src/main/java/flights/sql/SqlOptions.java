package flights.sql;

import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.model.command.ClosestName;
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

  static final String USAGE = "./flights sql [FILE...] [--query STATEMENT]";

  /** Without files those of FLIGHTS_STREAMS; throws IllegalArgumentException. */
  static SqlOptions of(List<String> words, Settings settings, Path root) {
    Arguments arguments = Arguments.read(USAGE, Integer.MAX_VALUE, words);
    String query = arguments.option("--query").orElse(null);
    List<Path> files =
        arguments.names().isEmpty()
            ? ofStreams(settings.streams(), root.resolve("resources").resolve("streams"))
            : arguments.names().stream().map(SqlOptions::file).toList();
    if (files.isEmpty() && query == null) {
      throw new IllegalArgumentException(
          "no statements: name files, or set FLIGHTS_STREAMS; usage: " + USAGE);
    }
    return new SqlOptions(files, query);
  }

  private static Path file(String word) {
    Path file = Path.of(word);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no file " + word);
    }
    return file;
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
