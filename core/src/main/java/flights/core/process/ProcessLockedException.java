package flights.core.process;

import flights.core.settings.Home;

/** Another process does already what only one at a time can; one line that says what to do. */
public final class ProcessLockedException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  ProcessLockedException(Home home, String role, String pid) {
    super(
        "process %s is the %s of %s already: stop it (kill %s), or set FLIGHTS_HOME"
            .formatted(pid, role, home.folder(), pid));
  }
}
