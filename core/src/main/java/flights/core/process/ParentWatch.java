package flights.core.process;

import flights.core.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Ends this process when the one that started it is gone, however that happened. */
final class ParentWatch {

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  /** Who starts next waits for what this process holds, so what it does at its end is cut off. */
  private static final Duration END_WITHIN = Duration.ofSeconds(1);

  private ParentWatch() {}

  static void start(Settings settings) {
    if (settings.parent().isPresent()) {
      long pid = settings.parent().getAsLong();
      Optional<ProcessHandle> parent = ProcessHandle.of(pid);
      if (parent.isEmpty() || isGone(parent.get())) {
        // Nothing has begun that a shutdown hook would have to end.
        Runtime.getRuntime().halt(1);
      }
      Daemon.start("parent-watch", () -> watch(parent.get()));
    }
  }

  /** Not by ProcessHandle.onExit: of a process that is no child it tells up to 5 s later. */
  private static void watch(ProcessHandle parent) throws InterruptedException {
    while (!isGone(parent)) {
      Thread.sleep(LOOK_EVERY.toMillis());
    }
    // Waits for the shutdown hooks, which may take long or for ever.
    Daemon.start("parent-gone", () -> System.exit(1));
    Thread.sleep(END_WITHIN.toMillis());
    Runtime.getRuntime().halt(1);
  }

  static boolean isGone(ProcessHandle process) {
    return !process.isAlive() || hasEnded(process.pid());
  }

  /** Whether it only stands in the system's table still, until its own parent asks for its code. */
  private static boolean hasEnded(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
      // The name is in brackets, and may hold anything.
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException e) {
      return false;
    }
  }
}
