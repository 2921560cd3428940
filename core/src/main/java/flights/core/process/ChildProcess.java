package flights.core.process;

import flights.core.settings.Home;
import flights.core.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a process does from its start on so that others can count on it. */
public final class ChildProcess {

  /** Held until the process ends. */
  @SuppressWarnings("UnusedVariable")
  private static ProcessLock lock;

  private ChildProcess() {}

  /** Ends with its parent. Throws {@link ProcessLockedException} when another has its role. */
  public static void begin(Settings settings) {
    begin(settings, settings.role());
  }

  /** As {@link #begin}, for one that others ask: it also ends when it can do its work no more. */
  public static void beginServing(Settings settings) {
    beginServing(settings, settings.role());
  }

  /** As {@link #beginServing}, for one of which there can be only one in a home. */
  public static void beginServing(Settings settings, String role) {
    beginServing(settings, Optional.of(role));
  }

  private static void beginServing(Settings settings, Optional<String> role) {
    begin(settings, role);
    SelfCheck.start();
    role.ifPresent(it -> LifeSign.give(settings.home().lifeSign(it)));
  }

  private static void begin(Settings settings, Optional<String> role) {
    ParentWatch.start(settings);
    role.ifPresent(it -> hold(settings.home(), it));
  }

  private static void hold(Home home, String role) {
    Path file = home.lock(role);
    try {
      lock =
          ProcessLock.take(file)
              .orElseThrow(() -> new ProcessLockedException(home, role, ProcessLock.holder(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be used: " + e.getMessage(), e);
    }
  }
}
