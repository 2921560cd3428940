package flights.flight.spark.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** Whether it has these columns; upper and lower case are the same here, as they are to Spark. */
  boolean has(Collection<String> names) {
    List<String> all = new ArrayList<>(columns);
    folders().forEach(folder -> all.add(folder.getName().replaceAll("=.*", "")));
    Set<String> own =
        all.stream().map(column -> column.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return names.stream().allMatch(name -> own.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** The folder that holds the folders whose names are values: {@code year=2008}. */
  Optional<Path> base() {
    List<Path> folders = folders();
    return folders.isEmpty()
        ? Optional.empty()
        : Optional.of(folders.get(folders.size() - 1).getParent());
  }

  private List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    for (Path at = path.getParent(); at.getName().contains("="); at = at.getParent()) {
      folders.add(at);
    }
    return folders;
  }
}
