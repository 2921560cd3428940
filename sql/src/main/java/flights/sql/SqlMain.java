package flights.sql;

import flights.core.process.ChildProcess;
import flights.core.settings.Settings;
import flights.core.streams.StatementFolders;
import flights.model.command.Command;
import flights.sql.query.QueryService;
import flights.sql.statement.SqlFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the queries of files, or statements over what they define. */
public final class SqlMain {

  private static final Logger LOG = LoggerFactory.getLogger(SqlMain.class);
  private static final int USAGE = 2;

  private SqlMain() {}

  public static void main(String[] args) {
    try {
      Settings settings = Settings.fromEnvironment();
      SqlOptions options = SqlOptions.of(List.of(args), settings, StatementFolders.installed());
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
      } else if (settings.parent().isPresent()) {
        // As a predictor waits for a model: whoever has started this one would only start it again.
        FileQueries queries = new FileQueries(settings, spark, options.files());
        onShutdown(queries::stop);
        queries.run();
      } else {
        Script script = script(settings, spark, options.files());
        script.makeTopics();
        QueryService service = new QueryService(settings, script.plans());
        onShutdown(service::stop);
        service.run();
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

  /** Before Spark's own hook, so that the queries end in order. */
  private static void onShutdown(Runnable stop) {
    ShutdownHookManager.get().addShutdownHook(stop, 100);
  }
}
