package flights.sql;

import flights.core.process.ChildProcess;
import flights.core.settings.Settings;
import flights.model.command.Command;
import flights.sql.query.QueryService;
import flights.sql.statement.SqlFault;
import flights.sql.statement.VersionMissingFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the queries of files, or statements over what they define. */
public final class SqlMain {

  private static final Logger LOG = LoggerFactory.getLogger(SqlMain.class);
  private static final int USAGE = 2;
  private static final Duration LOOK_FOR_MODELS_EVERY = Duration.ofSeconds(3);

  private SqlMain() {}

  public static void main(String[] args) {
    try {
      Settings settings = Settings.fromEnvironment();
      Path root = Path.of(System.getProperty("flights.root", "."));
      SqlOptions options = SqlOptions.of(List.of(args), settings, root);
      if (options.query() == null) {
        ChildProcess.beginServing(settings);
      } else {
        ChildProcess.begin(settings);
      }
      run(settings, options);
    } catch (SqlFault | IllegalArgumentException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(USAGE);
    } catch (Exception e) {
      LOG.error("the queries stop: {}", Command.line(e));
      LOG.debug("because of", e);
      System.exit(1);
    }
  }

  private static void run(Settings settings, SqlOptions options)
      throws IOException, InterruptedException {
    try (SparkSession spark = SqlSession.start(settings)) {
      if (options.query() != null) {
        script(settings, spark, options.files()).read("--query", options.query());
      } else {
        Script script =
            settings.parent().isPresent()
                ? scriptWhenModelsAreThere(settings, spark, options.files())
                : script(settings, spark, options.files());
        script.makeTopics();
        serve(new QueryService(settings, script.plans()));
      }
    }
  }

  private static Script script(Settings settings, SparkSession spark, List<Path> files)
      throws IOException, InterruptedException {
    Script script = new Script(settings, spark, System.out);
    for (Path file : files) {
      script.read(file.toString(), Files.readString(file));
    }
    return script;
  }

  /** As a predictor waits for a model: whoever has started this one would only start it again. */
  private static Script scriptWhenModelsAreThere(
      Settings settings, SparkSession spark, List<Path> files)
      throws IOException, InterruptedException {
    String told = null;
    while (true) {
      try {
        return script(settings, spark, files);
      } catch (VersionMissingFault e) {
        if (!e.getMessage().equals(told)) {
          LOG.warn("waiting: {}", e.getMessage());
          told = e.getMessage();
        }
        Thread.sleep(LOOK_FOR_MODELS_EVERY.toMillis());
      }
    }
  }

  private static void serve(QueryService service) throws InterruptedException {
    // Before Spark's own hook, so that the queries end in order.
    ShutdownHookManager.get().addShutdownHook(service::stop, 100);
    service.run();
  }
}
