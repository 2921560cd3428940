package flights.core.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a running process writes to a file every few seconds. It needs nothing but the disk: so it
 * tells of the process alone, and not of what the process works with.
 *
 * @param heapMax in bytes, as is heapUsed
 */
public record LifeSign(long pid, long heapUsed, long heapMax) {

  private static final Duration PERIOD = Duration.ofSeconds(4);

  /** Gives signs from now on. */
  public static void give(Path file) {
    Daemon.start("life-sign", () -> write(file));
  }

  private static void write(Path file) throws InterruptedException {
    while (true) {
      MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
      LifeSign sign = new LifeSign(ProcessHandle.current().pid(), heap.getUsed(), heap.getMax());
      try {
        Files.writeString(file, sign.line(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      } catch (IOException e) {
        touch(file);
      }
      Thread.sleep(PERIOD.toMillis());
    }
  }

  /** Of one length, so that it is written over in place, for which a full disk has room too. */
  private String line() {
    return "%-16d %-16d %-16d%n".formatted(pid, heapUsed, heapMax);
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // Nothing is left to try.
    }
  }

  /** The last one; nothing when there is none that can be read. */
  public static Optional<LifeSign> read(Path file) {
    try {
      String[] words = Files.readString(file).strip().split(" +", -1);
      return Optional.of(
          new LifeSign(
              Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2])));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // It may just be written.
    }
  }

  /** When the last one was given; nothing when none was. */
  public static Optional<Instant> at(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
