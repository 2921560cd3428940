package flights.bench;

import com.mongodb.client.MongoCollection;
import flights.bench.report.Findings;
import flights.bench.system.OwnServers;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.SparkSessions;
import flights.model.predict.PredictCounts;
import flights.model.predict.ServedModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.bson.Document;

/**
 * Rows a second of {@code predict} alone, and of a whole query: windows, a join with a table,
 * predict, and a topic and a collection; with servers of its own and the libraries of that module.
 */
public final class SqlBench implements Bench {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String CALL =
      "predict('%s', array(country, platform), array(product_views, listing_views, gallery_views,"
          + " nb_orders))";

  public static void main(String[] args) throws Exception {
    try {
      System.exit(BenchRun.of(new SqlBench(), Settings.fromEnvironment(), List.of(args)) ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(2);
    }
  }

  @Override
  public String usage() {
    return "sql [--rows NUMBER] [--events NUMBER] [--times NUMBER]";
  }

  @Override
  public boolean measuresSystem() {
    return false;
  }

  @Override
  public void run(Settings settings, Options options, Findings findings) throws Exception {
    int rows = options.number("--rows", 2_000_000);
    int events = options.number("--events", 1_000_000);
    int times = options.number("--times", 3);
    findings.parameter("rows for predict", rows);
    findings.parameter("events for the query", events);
    Path home = settings.home().bench().toAbsolutePath().normalize().resolve("home-sql");
    try (OwnServers servers = OwnServers.start(home)) {
      predict(servers.settings(), rows, times, findings);
      query(servers, events, findings);
    }
  }

  private static void predict(Settings settings, int rows, int times, Findings findings)
      throws IOException {
    ServedModels.findIn(settings);
    try (SparkSession spark = SparkSessions.start("flights bench sql", "local[1]", Map.of())) {
      TreeModel.register(spark, settings);
      Dataset<Row> all = TreeModel.rows(spark, rows);
      // The first round is for the compilers.
      for (int i = 0; i <= times; i++) {
        double without = seconds(all.selectExpr("*", "product_views + 1"));
        double with = seconds(all.selectExpr("*", CALL.formatted(TreeModel.NAME)));
        System.out.printf("predict: %,.0f rows a second%n", rows / (with - without));
        if (i > 0) {
          String group = "predict alone, on one core, round " + i;
          findings.figure(group, "rows with the rows' making", rows / with, "a second");
          findings.figure(group, "rows", rows / (with - without), "a second");
        }
      }
      long scored = PredictCounts.now().get(TreeModel.NAME).scored();
      if (scored != (times + 1L) * rows) {
        findings.fail("predict has scored " + scored + " rows, not each of each round once");
      }
    } finally {
      ServedModels.close();
    }
  }

  private static double seconds(Dataset<Row> rows) {
    long start = System.nanoTime();
    rows.write().format("noop").mode("overwrite").save();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void query(OwnServers servers, int events, Findings findings) throws Exception {
    System.out.printf("a query over %,d events ...%n", events);
    SqlTraffic.send(servers.settings(), events);
    Path file = Files.createTempFile("bench", ".sql");
    try (Store store = Store.open(servers.settings())) {
      Files.writeString(file, SqlTraffic.STATEMENTS);
      Process process = servers.command("sql", file.toString());
      MongoCollection<Document> states = store.collection("stream_queries");
      Document first = await(servers, process, states, 1);
      Document last = await(servers, process, states, events);
      long rows = last.getLong("rows") - first.getLong("rows");
      double seconds = (last.getDate("at").getTime() - first.getDate("at").getTime()) / 1e3;
      String group = "windows, join, predict, topic and collection";
      findings.figure(group, "events", rows / seconds, "a second");
      findings.figure(
          group, "documents", (double) store.collection("verdicts").countDocuments(), "");
    } finally {
      Files.delete(file);
    }
  }

  /** How the query is when it has read so many rows. */
  private static Document await(
      OwnServers servers, Process process, MongoCollection<Document> states, long rows)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      Document state = states.find(new Document("_id", "verdicts")).first();
      if (state != null && state.get("rows", Number.class).longValue() >= rows) {
        return state;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IllegalArgumentException("the query does not run: see " + servers.log("sql"));
  }
}
