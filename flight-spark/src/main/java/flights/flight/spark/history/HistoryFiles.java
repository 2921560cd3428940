package flights.flight.spark.history;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** Those of the files at a path that hold flights: at least one, all of one format. */
record HistoryFiles(HistoryFormat format, List<SourceFile> files) {

  private static final int COLUMNS_SHOWN = 6;

  static HistoryFiles at(String path, Configuration conf) {
    List<SourceFile> all = SourceFiles.at(path, conf);
    Map<HistoryFormat, List<SourceFile>> byFormat = new LinkedHashMap<>();
    for (HistoryFormat format : HistoryFormats.ALL) {
      List<SourceFile> fitting = all.stream().filter(format::fits).toList();
      if (!fitting.isEmpty()) {
        byFormat.put(format, fitting);
      }
    }
    if (byFormat.isEmpty()) {
      throw HistoryFormats.unknown(path + why(all));
    }
    if (byFormat.size() > 1) {
      throw new HistoryException(
          path + " holds several formats, name one file: " + names(byFormat));
    }
    HistoryFormat format = byFormat.keySet().iterator().next();
    return new HistoryFiles(format, withoutUnzipped(byFormat.get(format)));
  }

  private static String why(List<SourceFile> all) {
    if (all.isEmpty()) {
      return ": the folder holds no files";
    }
    List<SourceFile> filled = all.stream().filter(file -> !file.columns().isEmpty()).toList();
    if (filled.isEmpty()) {
      return all.size() == 1 ? ": the file is empty" : ": all its files are empty";
    }
    SourceFile first = filled.get(0);
    String columns =
        first.columns().stream()
            .limit(COLUMNS_SHOWN)
            .map(HistoryFiles::printable)
            .collect(Collectors.joining(", "));
    return ": no known columns in " + first.path().getName() + ", which begins with " + columns;
  }

  private static String printable(String column) {
    String plain = column.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > 30 ? plain.substring(0, 30) + "..." : plain;
  }

  private static String names(Map<HistoryFormat, List<SourceFile>> byFormat) {
    return byFormat.entrySet().stream()
        .map(entry -> entry.getValue().get(0).path().getName() + ": " + entry.getKey().name())
        .collect(Collectors.joining("; "));
  }

  /** A month that is there zipped and unzipped counts once. */
  private static List<SourceFile> withoutUnzipped(List<SourceFile> files) {
    Set<String> plain = new HashSet<>();
    files.stream()
        .filter(file -> file.kind() != Kind.ZIPPED_CSV)
        .forEach(file -> plain.add(stem(file)));
    return files.stream()
        .filter(file -> file.kind() != Kind.ZIPPED_CSV || !plain.contains(stem(file)))
        .toList();
  }

  /** The Bureau puts part of the table's name in brackets, that of the zip file not. */
  private static String stem(SourceFile file) {
    return file.path().getName().replaceAll("[()]", "").replaceAll("\\.[A-Za-z]+$", "");
  }
}
