package flights.core.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that one process at a time holds, with the process's id in it; freed by the system when
 * the process ends, however that happens. The process that holds it must not open it again: to
 * close it then would free it.
 */
public final class ProcessLock implements AutoCloseable {

  private final FileChannel file;

  private ProcessLock(FileChannel file) {
    this.file = file;
  }

  /** Nothing when another process holds it. */
  public static Optional<ProcessLock> take(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (file.tryLock() == null) {
      file.close();
      return Optional.empty();
    }
    file.truncate(0);
    String pid = String.valueOf(ProcessHandle.current().pid());
    file.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    return Optional.of(new ProcessLock(file));
  }

  /** Whether some other process holds it. */
  public static boolean isHeld(Path path) {
    if (!Files.exists(path)) {
      return false;
    }
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      return file.tryLock() == null;
    } catch (IOException e) {
      return false;
    }
  }

  /** The id of the process that holds it, or has held it last. */
  public static String holder(Path path) {
    try {
      return Files.readString(path).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
