package flights.bench.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the heap of another Java process really holds. */
public final class Heap {

  private static final Pattern USED = Pattern.compile("used (\\d+)K");
  private static final double KILOBYTES_A_MEGABYTE = 1024;

  private Heap() {}

  /** In megabytes, after a full collection; nothing when this machine has no jcmd. */
  public static OptionalDouble live(long pid) {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(jcmd)) {
      return OptionalDouble.empty();
    }
    try {
      tell(jcmd, pid, "GC.run");
      Matcher used = USED.matcher(tell(jcmd, pid, "GC.heap_info").split("Metaspace", 2)[0]);
      double sum = 0;
      while (used.find()) {
        sum += Long.parseLong(used.group(1)) / KILOBYTES_A_MEGABYTE;
      }
      return sum == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum);
    } catch (IOException e) {
      return OptionalDouble.empty();
    }
  }

  private static String tell(Path jcmd, long pid, String command) throws IOException {
    Process process =
        new ProcessBuilder(jcmd.toString(), String.valueOf(pid), command)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
