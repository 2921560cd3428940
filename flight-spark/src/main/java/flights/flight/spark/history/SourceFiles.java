package flights.flight.spark.history;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The files that a path, a folder or a glob means, on any Hadoop file system. */
final class SourceFiles {

  private final FileSystem fileSystem;
  private final Sniffer sniffer;

  private SourceFiles(FileSystem fileSystem, Configuration conf) {
    this.fileSystem = fileSystem;
    this.sniffer = new Sniffer(fileSystem, conf);
  }

  /** In the order of their names; none of them hidden. */
  static List<SourceFile> at(String path, Configuration conf) {
    try {
      Path given = new Path(path);
      return new SourceFiles(given.getFileSystem(conf), conf).list(given);
    } catch (FileNotFoundException e) {
      throw HistoryFormats.unknown(path + ": there is no such file or folder");
    } catch (IOException | IllegalArgumentException e) {
      throw new HistoryException(path + " cannot be read", e);
    }
  }

  private List<SourceFile> list(Path given) throws IOException {
    List<FileStatus> files = new ArrayList<>();
    for (FileStatus found : found(given)) {
      if (found.isDirectory()) {
        addAll(found.getPath(), files);
      } else {
        files.add(found);
      }
    }
    return files.stream()
        .sorted(Comparator.comparing(FileStatus::getPath))
        .map(sniffer::look)
        .toList();
  }

  /** A name that is there is itself, even when it looks like a glob. */
  private FileStatus[] found(Path given) throws IOException {
    if (fileSystem.exists(given)) {
      return new FileStatus[] {fileSystem.getFileStatus(given)};
    }
    FileStatus[] matches = fileSystem.globStatus(given);
    if (matches == null || matches.length == 0) {
      throw new FileNotFoundException(given.toString());
    }
    return matches;
  }

  private void addAll(Path folder, List<FileStatus> files) throws IOException {
    RemoteIterator<LocatedFileStatus> all = fileSystem.listFiles(folder, true);
    int depth = folder.depth();
    while (all.hasNext()) {
      LocatedFileStatus file = all.next();
      if (!isHidden(file.getPath(), depth)) {
        files.add(file);
      }
    }
  }

  /** Spark's own rule, for the file and for each folder between it and the one given. */
  private static boolean isHidden(Path file, int depth) {
    for (Path at = file; at != null && at.depth() > depth; at = at.getParent()) {
      if (at.getName().startsWith("_") || at.getName().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
