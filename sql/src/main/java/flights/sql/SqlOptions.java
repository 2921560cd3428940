package flights.sql;

import flights.core.command.CommandLines;
import flights.core.command.StreamCommands.SqlCommand;
import flights.core.settings.Settings;
import flights.core.streams.StatementFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param query statements to be run once over what the files define; null to run the files' queries
 */
record SqlOptions(List<Path> files, String query) {

  /** Without files those of FLIGHTS_STREAMS; throws IllegalArgumentException. */
  static SqlOptions of(List<String> words, Settings settings, StatementFolders folders) {
    SqlCommand asked = CommandLines.read(SqlCommand.class, words);
    String query = asked.query().orElse(null);
    List<Path> files =
        asked.files().isEmpty() ? folders.require(settings.streams()) : asked.files();
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
}
