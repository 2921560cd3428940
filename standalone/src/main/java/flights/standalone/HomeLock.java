package flights.standalone;

import flights.core.process.ProcessLock;
import flights.core.settings.Home;
import flights.core.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that one process at a time serves a home; freed by the system if the process dies. */
final class HomeLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HomeLock.class);
  private static final Duration LEFT_OVERS_END_WITHIN = Duration.ofSeconds(10);
  private static final long LOOK_EVERY_MILLIS = 100;

  private final ProcessLock lock;

  private HomeLock(ProcessLock lock) {
    this.lock = lock;
  }

  /**
   * Waits for what a former holder has left running. Throws {@link StartException} when somebody
   * else holds it, or what was left does not end.
   */
  static HomeLock take(Settings settings) throws InterruptedException {
    return take(settings, LEFT_OVERS_END_WITHIN);
  }

  static HomeLock take(Settings settings, Duration leftOversEndWithin) throws InterruptedException {
    Home home = settings.home();
    try {
      ProcessLock lock =
          ProcessLock.take(home.lock())
              .orElseThrow(
                  () ->
                      new StartException(
                          "%s is in use by process %s: stop it, or set FLIGHTS_HOME to another folder"
                              .formatted(home.folder(), ProcessLock.holder(home.lock()))));
      try {
        awaitLeftOvers(settings, leftOversEndWithin);
      } catch (StartException | InterruptedException e) {
        lock.close();
        throw e;
      }
      return new HomeLock(lock);
    } catch (IOException e) {
      throw new StartException(
          home.folder() + " cannot be used: " + e.getMessage() + "; FLIGHTS_HOME sets another");
    }
  }

  private static void awaitLeftOvers(Settings settings, Duration patience)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    List<Path> held = held(settings);
    if (!held.isEmpty()) {
      LOG.info("waiting for the end of what an earlier start has left: {}", words(held));
    }
    while (!held.isEmpty()) {
      if (Instant.now().isAfter(deadline)) {
        throw new StartException(
            "%s is still used by %s: end it (kill -9), or set FLIGHTS_HOME to another folder"
                .formatted(settings.home().folder(), words(held)));
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
      held = held(settings);
    }
  }

  private static List<Path> held(Settings settings) throws IOException {
    List<Path> held = new ArrayList<>();
    try (DirectoryStream<Path> locks =
        Files.newDirectoryStream(settings.home().lock().getParent(), "*.lock")) {
      for (Path lock : locks) {
        if (isNeeded(role(lock), settings) && ProcessLock.isHeld(lock)) {
          held.add(lock);
        }
      }
    }
    return held;
  }

  /** Whoever has set the address of a store may have started that one by hand. */
  private static boolean isNeeded(String role, Settings settings) {
    return switch (role) {
      case Processes.STORE -> settings.embeddedStore();
      case Processes.BROKER -> settings.embeddedBroker();
      // Started by hand too, before or after.
      case Home.CONNECT, Home.MARIADB -> false;
      default -> true;
    };
  }

  private static String words(List<Path> locks) {
    return locks.stream()
        .map(lock -> role(lock) + " (process " + ProcessLock.holder(lock) + ")")
        .collect(Collectors.joining(", "));
  }

  private static String role(Path lock) {
    return lock.getFileName().toString().replace(".lock", "");
  }

  /** Whether some process serves this home. */
  static boolean isHeld(Home home) {
    return ProcessLock.isHeld(home.lock());
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (UncheckedIOException e) {
      LOG.debug("the lock is freed anyway at the end of the process", e);
    }
  }
}
