package flights.bench;

import com.mongodb.client.MongoCollection;
import flights.bench.report.Findings;
import flights.bench.system.OwnServers;
import flights.core.command.BenchCommands.BenchSqlCommand;
import flights.core.settings.Settings;
import flights.core.store.Store;
import flights.model.SparkSessions;
import flights.model.predict.PredictCounts;
import flights.model.predict.ServedModels;
import java.io.IOException;
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
 * Rows a second of {@code predict} alone, and of a whole query: the statements of bots, on servers
 * of its own, with the libraries of that module.
 */
public final class SqlBench implements Bench<BenchSqlCommand> {

  private static final String STATEMENTS = "resources/streams/bots/bots.sql";
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
  public Class<BenchSqlCommand> command() {
    return BenchSqlCommand.class;
  }

  @Override
  public boolean measuresSystem() {
    return false;
  }

  @Override
  public void run(Settings settings, BenchSqlCommand asked, Findings findings) throws Exception {
    int rows = asked.rows();
    int events = asked.events();
    int times = asked.times();
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

  /** The statements of bots as they are shipped, with a model that its own pipeline has trained. */
  private static void query(OwnServers servers, int events, Findings findings) throws Exception {
    train(servers);
    System.out.printf("a query over %,d events ...%n", events);
    SqlTraffic.send(servers.settings(), events);
    try (Store store = Store.open(servers.settings())) {
      Process process = servers.command("sql", root().resolve(STATEMENTS).toString());
      MongoCollection<Document> states = store.collection("stream_queries");
      Document first = await(servers, process, states, 1);
      Document last = await(servers, process, states, events);
      long rows = last.getLong("rows") - first.getLong("rows");
      double seconds = (last.getDate("at").getTime() - first.getDate("at").getTime()) / 1e3;
      String group = "the statements of bots: windows, join, predict, topic";
      findings.figure(group, "events", rows / seconds, "a second");
      findings.figure(group, "windows kept", last.get("stateRows", Number.class).doubleValue(), "");
    }
  }

  private static void train(OwnServers servers) throws IOException, InterruptedException {
    System.out.println("training bot-detector ...");
    String sample = servers.log("sample").resolveSibling("visitors.csv").toString();
    finish(servers, "demo", "bots", "sample", "--rows", "5000", "--to", sample);
    finish(servers, "train", "bot-detector", "--data", sample);
  }

  private static void finish(OwnServers servers, String word, String... words)
      throws IOException, InterruptedException {
    if (servers.command(word, words).waitFor() != 0) {
      throw new IllegalArgumentException(word + " has failed: see " + servers.log(word));
    }
  }

  private static Path root() {
    return Path.of(System.getProperty("flights.root", "."));
  }

  /** How the query is when it has read so many rows. */
  private static Document await(
      OwnServers servers, Process process, MongoCollection<Document> states, long rows)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      Document state = states.find(new Document("_id", "bot_detection_results")).first();
      if (state != null && state.get("rows", Number.class).longValue() >= rows) {
        return state;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IllegalArgumentException("the query does not run: see " + servers.log("sql"));
  }
}
