package flights.standalone;

import flights.core.settings.Home;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Makes sure that one process at a time serves a home; freed by the system if the process dies. */
final class HomeLock implements AutoCloseable {

  private final FileChannel file;

  private HomeLock(FileChannel file) {
    this.file = file;
  }

  /** Throws {@link StartException} when somebody else holds it. */
  static HomeLock take(Home home) {
    try {
      Files.createDirectories(home.lock().getParent());
      FileChannel file =
          FileChannel.open(
              home.lock(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (file.tryLock() == null) {
        throw new StartException(
            home.folder()
                + " is in use by process "
                + Files.readString(home.lock()).strip()
                + ": stop it, or set FLIGHTS_HOME to another folder");
      }
      file.truncate(0);
      file.write(ByteBuffer.wrap(pid().getBytes(StandardCharsets.UTF_8)));
      return new HomeLock(file);
    } catch (IOException e) {
      throw new StartException(
          home.folder() + " cannot be used: " + e.getMessage() + "; FLIGHTS_HOME sets another");
    }
  }

  /** Whether some process serves this home. */
  static boolean isHeld(Home home) {
    if (!Files.exists(home.lock())) {
      return false;
    }
    try (FileChannel file = FileChannel.open(home.lock(), StandardOpenOption.WRITE)) {
      return file.tryLock() == null;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String pid() {
    return String.valueOf(ProcessHandle.current().pid());
  }
}
