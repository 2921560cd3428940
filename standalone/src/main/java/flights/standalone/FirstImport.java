package flights.standalone;

import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.flight.reference.FlightImport;
import flights.flight.reference.FlightImports;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the collections of the pages, in a process of its own that nobody waits for: with the
 * bundled flights when nothing was imported yet, or with what an import that was cut off had to do.
 */
final class FirstImport {

  private static final Logger LOG = LoggerFactory.getLogger(FirstImport.class);

  private final Launcher launcher;
  private final ProcessTable table;
  private final UpOptions options;
  private Child child;
  private boolean stopped;

  FirstImport(Launcher launcher, ProcessTable table, UpOptions options) {
    this.launcher = launcher;
    this.table = table;
    this.options = options;
  }

  /** Returns at once. */
  synchronized void begin(Settings settings) {
    List<String> command = command(settings);
    if (stopped || command.isEmpty()) {
      return;
    }
    LOG.info("filling the pages: {} in the background", String.join(" ", command));
    child = launcher.child("import", table, command.toArray(String[]::new));
    child.begin(this::ended);
  }

  /** Asks it to end; returns at once. The next start does it again. */
  synchronized void stop() {
    stopped = true;
    if (child != null) {
      child.stop();
    }
  }

  void awaitStopped(Instant deadline) throws InterruptedException {
    if (child != null) {
      child.awaitStopped(deadline);
    }
  }

  private List<String> command(Settings settings) {
    try (Store store = Store.open(settings)) {
      return command(new FlightImports(store).last(), options);
    }
  }

  /** Nothing when the last import is whole. */
  static List<String> command(Optional<FlightImport> last, UpOptions options) {
    if (last.isPresent() && last.get().whole()) {
      return List.of();
    }
    String data = last.map(FlightImport::data).orElse(options.data());
    return List.of(new UpOptions(data, null).importing());
  }

  private synchronized void ended(int code) {
    if (code != 0 && !stopped) {
      LOG.warn("the pages are not filled; ./flights import tries again");
    }
  }
}
