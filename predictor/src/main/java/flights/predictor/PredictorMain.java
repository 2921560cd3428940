package flights.predictor;

import flights.core.process.ChildProcess;
import flights.core.process.ProcessLockedException;
import flights.core.settings.BadSettingException;
import flights.core.settings.Settings;
import flights.predictor.batch.BatchScoring;
import flights.predictor.stream.Serving;
import flights.predictor.stream.TriggerMode;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the champions of models, or scores a file or a collection with one. */
public final class PredictorMain {

  private static final Logger LOG = LoggerFactory.getLogger(PredictorMain.class);
  private static final int USAGE = 2;

  private PredictorMain() {}

  public static void main(String[] args) {
    try {
      PredictOptions options = optionsOf(args);
      Settings settings = Settings.of(options.over(System.getenv()));
      if (options.isBatch()) {
        ChildProcess.begin(settings);
        new BatchScoring(settings).run(options.input(), options.output());
      } else {
        ChildProcess.beginServing(settings);
        serve(new Serving(settings, TriggerMode.of(settings)));
      }
    } catch (BadSettingException | ProcessLockedException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
    } catch (Exception e) {
      LOG.error("the predictor stops: {}", e.getMessage());
      LOG.debug("because of", e);
      System.exit(1);
    }
  }

  private static PredictOptions optionsOf(String[] args) {
    try {
      return PredictOptions.of(List.of(args));
    } catch (IllegalArgumentException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
      throw e;
    }
  }

  private static void serve(Serving serving) throws Exception {
    org.apache.hadoop.util.ShutdownHookManager.get()
        // Before Spark's own hook, so that the stream ends in order.
        .addShutdownHook(serving::stop, 100);
    serving.run();
  }
}
