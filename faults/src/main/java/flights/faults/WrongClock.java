package flights.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/**
 * A time of day that can be set while processes go by it: a few lines of C that are loaded before
 * the C library. It leaves alone the clock that threads wait by, as a step of a machine's does.
 */
final class WrongClock {

  private final Path library;
  private final Path ahead;

  private WrongClock(Path library, Path ahead) {
    this.library = library;
    this.ahead = ahead;
  }

  /** A clock that is right; throws {@link FaultNotPossibleException} without a C compiler. */
  static WrongClock in(Path folder)
      throws FaultNotPossibleException, IOException, InterruptedException {
    Path source = folder.resolve("clock.c");
    Path library = folder.resolve("clock.so");
    try (InputStream lines = WrongClock.class.getResourceAsStream("clock.c")) {
      Files.write(source, lines.readAllBytes());
    }
    compile("cc", "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl");
    WrongClock clock = new WrongClock(library, folder.resolve("clock"));
    clock.ahead(Duration.ZERO);
    return clock;
  }

  private static void compile(String... command)
      throws FaultNotPossibleException, InterruptedException {
    try {
      Process compiler = new ProcessBuilder(command).inheritIO().start();
      if (compiler.waitFor() != 0) {
        throw new FaultNotPossibleException("the clock cannot be compiled");
      }
    } catch (IOException e) {
      throw new FaultNotPossibleException("there is no C compiler (apt-get install gcc libc6-dev)");
    }
  }

  /** What a process needs to go by this clock. */
  Map<String, String> environment() {
    return Map.of("LD_PRELOAD", library.toString(), "CLOCK_AHEAD", ahead.toString());
  }

  /** The processes have the file mapped: it is written to, and never replaced or shortened. */
  void ahead(Duration time) throws IOException {
    ByteBuffer seconds = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
    Files.write(
        ahead,
        seconds.putLong(time.toSeconds()).array(),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }
}
