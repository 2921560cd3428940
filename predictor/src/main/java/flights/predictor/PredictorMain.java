package flights.predictor;

import flights.core.settings.BadSettingException;
import flights.core.settings.Lifeline;
import flights.core.settings.Settings;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the champion of a model package. */
public final class PredictorMain {

  private static final Logger LOG = LoggerFactory.getLogger(PredictorMain.class);

  private PredictorMain() {}

  public static void main(String[] args) throws InterruptedException, IOException {
    try {
      Settings settings = Settings.fromEnvironment();
      Lifeline.hold(settings);
      Serving serving = new Serving(settings);
      org.apache.hadoop.util.ShutdownHookManager.get()
          // Before Spark's own hook, so that the stream ends in order.
          .addShutdownHook(serving::stop, 100);
      serving.run();
    } catch (BadSettingException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (RuntimeException e) {
      LOG.error("the predictor stops: {}", e.getMessage());
      LOG.debug("because of", e);
      System.exit(1);
    }
  }
}
