package flights.core.settings;

import java.util.Optional;

/** Ends this process when the one that started it is gone, however that happened. */
public final class Lifeline {

  private Lifeline() {}

  public static void hold(Settings settings) {
    if (settings.parent().isPresent()) {
      Optional<ProcessHandle> parent = ProcessHandle.of(settings.parent().getAsLong());
      if (parent.isEmpty()) {
        System.exit(1);
      }
      var unused = parent.get().onExit().thenRun(() -> System.exit(1));
    }
  }
}
