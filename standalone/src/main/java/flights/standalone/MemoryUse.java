package flights.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** What processes hold of this machine's memory, as Linux tells it. */
final class MemoryUse {

  private static final Path PROC = Path.of("/proc");
  private static final long KILOBYTE = 1024;

  private MemoryUse() {}

  static boolean canBeTold() {
    return Files.exists(PROC.resolve("self").resolve("status"));
  }

  /**
   * In bytes; what several processes share counts in parts, so that a sum is right. Nothing when
   * the process has ended.
   */
  static OptionalLong of(long pid) {
    Path process = PROC.resolve(String.valueOf(pid));
    OptionalLong parts = read(process.resolve("smaps_rollup"), "Pss:");
    // Of a process of another user only this can be read.
    return parts.isPresent() ? parts : read(process.resolve("status"), "VmRSS:");
  }

  private static OptionalLong read(Path file, String name) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
