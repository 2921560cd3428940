package flights.predictor.answer;

import flights.core.process.Daemon;
import flights.predictor.metrics.CountedRequests;
import flights.predictor.metrics.Meters;
import flights.predictor.metrics.RequestCounts;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/** Brings what every process of a Spark application has counted to the driver, once a second. */
public final class CountingPlugin implements SparkPlugin {

  /** Where everything that is told from now on is added up. */
  public static void addUpIn(Meters here) {
    ProcessWide.addUpIn(here::add);
  }

  @Override
  public DriverPlugin driverPlugin() {
    return new Driver();
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Executor();
  }

  private static final class Driver implements DriverPlugin {
    @Override
    public Map<String, String> init(SparkContext spark, PluginContext context) {
      return Map.of();
    }

    @Override
    public Object receive(Object message) {
      ProcessWide.addUp((CountedRequests) message);
      return null;
    }
  }

  private static final class Executor implements ExecutorPlugin {

    private final ScheduledExecutorService timer = Daemon.timer("counts");
    private PluginContext context;

    @Override
    public void init(PluginContext pluginContext, Map<String, String> config) {
      context = pluginContext;
      var unused = timer.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void shutdown() {
      timer.shutdown();
      tell();
      ProcessWide.closePublishers();
    }

    private void tell() {
      ProcessWide.counts().forEach(this::tell);
    }

    private void tell(RequestCounts counts) {
      CountedRequests counted = counts.take(context.executorID());
      if (!counted.isNothing()) {
        try {
          context.send(counted);
        } catch (IOException | RuntimeException e) {
          counts.putBack(counted);
        }
      }
    }
  }
}
