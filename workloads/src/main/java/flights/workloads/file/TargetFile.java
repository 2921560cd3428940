package flights.workloads.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is whole wherever it is seen: it is written beside its place, and takes it, and that
 * of a file that was there, when it is {@link #keep kept}.
 */
public final class TargetFile implements AutoCloseable {

  private final Path path;
  private final Path part;
  private final OutputStream out;

  private TargetFile(Path path, Path part, OutputStream out) {
    this.path = path;
    this.part = part;
    this.out = out;
  }

  /** Throws IllegalArgumentException when there can be no such file. */
  public static TargetFile open(Path given) {
    if (Files.exists(given) && !Files.isRegularFile(given)) {
      throw new IllegalArgumentException(
          given + (Files.isDirectory(given) ? " is a folder: name a file in it" : " is no file"));
    }
    try {
      Path path = Files.exists(given) ? given.toRealPath() : given.toAbsolutePath().normalize();
      Path folder = Files.createDirectories(path.getParent());
      Path part =
          folder.resolve("." + path.getFileName() + "-" + ProcessHandle.current().pid() + ".part");
      OutputStream out = Files.newOutputStream(part);
      // When the process is asked to end.
      part.toFile().deleteOnExit();
      return new TargetFile(path, part, out);
    } catch (IOException e) {
      throw refused(given, e);
    }
  }

  /** Why nothing can be written there. */
  public static IllegalArgumentException refused(Path path, IOException fault) {
    return new IllegalArgumentException(
        "%s cannot be written (%s): --to names another file".formatted(path, reason(fault)));
  }

  private static String reason(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (fault instanceof FileAlreadyExistsException) {
      return "what should be its folder is a file";
    }
    if (fault instanceof NoSuchFileException) {
      return "its folder takes no files";
    }
    return fault instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : String.valueOf(fault.getMessage());
  }

  public OutputStream out() {
    return out;
  }

  /** What has been written takes its place. */
  public void keep() throws IOException {
    out.close();
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What was not kept is deleted. */
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
