package flights.predictor.stream;

import flights.core.settings.Settings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A predictor that runs beside a test. */
final class RunningServing implements AutoCloseable {

  private final Serving serving;
  private final CompletableFuture<Void> run;

  RunningServing(Settings settings, TriggerMode trigger) {
    serving = new Serving(settings, trigger);
    run = CompletableFuture.runAsync(this::serve);
  }

  private void serve() {
    try {
      serving.run();
    } catch (Exception e) {
      // Told at once: else a test only sees that no answer comes.
      System.err.println("the predictor has stopped: " + e);
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  CompletableFuture<Void> run() {
    return run;
  }

  /** Returns when it has ended by itself. */
  void awaitEnd() {
    run.orTimeout(2, TimeUnit.MINUTES).join();
  }

  @Override
  public void close() {
    serving.stop();
    run.handle((done, failure) -> null).join();
  }
}
