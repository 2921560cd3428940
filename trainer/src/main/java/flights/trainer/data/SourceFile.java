package flights.trainer.data;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;

/**
 * A file that may hold flights.
 *
 * @param columns their names in the file's order; none when the file is empty
 * @param schema what tells whether two files of a kind can be read as one
 */
record SourceFile(Path path, Kind kind, List<String> columns, String schema) {

  static SourceFile of(Path path, Kind kind, List<String> columns) {
    return new SourceFile(path, kind, columns, String.join(",", columns));
  }

  /** Upper and lower case are the same here, as they are to Spark. */
  boolean has(Collection<String> names) {
    Set<String> own =
        columns.stream().map(c -> c.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return names.stream().allMatch(name -> own.contains(name.toLowerCase(Locale.ROOT)));
  }
}
