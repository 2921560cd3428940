package flights.bench;

import static org.apache.spark.sql.functions.expr;

import flights.core.settings.Arguments;
import flights.core.settings.Settings;
import flights.model.FlightFunctions;
import flights.model.SparkSessions;
import flights.trainer.data.FlightHistory;
import flights.trainer.data.HistoryException;
import flights.trainer.evaluate.FitCost;
import flights.trainer.pipeline.Fitting;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.pipeline.Preparation;
import flights.trainer.progress.Progress;
import flights.trainer.rehearse.Rehearsal;
import flights.trainer.rehearse.Rehearsed;
import flights.trainer.split.RowHash;
import flights.trainer.split.Split;
import flights.trainer.split.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Measures how preparing, fitting and evaluating grow with the rows. */
public final class TrainBench {

  private static final String USAGE =
      "./flights bench train [--rows NUMBERS] [--data PATH] [--master URL]";

  private static final String PIPELINE = "flight-delay";
  private static final long SEED = 42;
  private static final RowHash HASH =
      new RowHash(List.of("Carrier", "FlightNum", "FlightDate", "Origin", "Dest", "ArrDelay"));

  private final SparkSession spark;
  private final PipelineReader pipelines;
  private final PipelineSpec spec;
  private final String data;

  private TrainBench(SparkSession spark, Path root, String data) {
    this.spark = spark;
    this.pipelines = new PipelineReader(root.resolve("resources").resolve("pipelines"));
    this.spec = pipelines.spec(PIPELINE);
    this.data = data == null ? root.resolve(spec.data()).toString() : data;
  }

  public static void main(String[] args) throws IOException {
    try {
      run(Settings.fromEnvironment(), List.of(args));
    } catch (IllegalArgumentException | HistoryException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(2);
    }
  }

  private static void run(Settings settings, List<String> words) throws IOException {
    Arguments given = Arguments.read(USAGE, 0, words);
    List<Long> sizes = sizes(given.option("--rows").orElse("300k,600k,1.2M"));
    String master = given.option("--master").orElseGet(() -> settings.sparkMaster(2));
    try (SparkSession spark = SparkSessions.start("flights bench train", master, Map.of())) {
      FlightFunctions.register(spark);
      Path root = Path.of(System.getProperty("flights.root"));
      new TrainBench(spark, root, given.option("--data").orElse(null)).run(sizes);
    }
  }

  private void run(List<Long> sizes) {
    List<Measured> all = new ArrayList<>();
    Dataset<Row> flights = FlightHistory.keep(spark, data).flights();
    long there = flights.count();
    for (long size : sizes) {
      Measured measured = measure(flights, there, size);
      System.out.println(measured.told(all.isEmpty() ? null : all.get(all.size() - 1)));
      all.add(measured);
    }
  }

  private Measured measure(Dataset<Row> flights, long there, long size) {
    FitCost.Measured<Dataset<Row>> prepared =
        FitCost.measure(() -> cached(resampled(flights, there, size)));
    Dataset<Row> rows = prepared.value();
    try (Progress progress = Progress.onConsole(spark)) {
      Split split = new Splits(rows, spec.split(), HASH).all(null, SEED).get(0);
      Rehearsal rehearsal = new Rehearsal(spec, new Fitting(spec, SEED), HASH, SEED, progress);
      FitCost.Measured<Rehearsed> whole = FitCost.measure(() -> rehearsal.of(split, false));
      return new Measured(rows.count(), prepared.cost(), whole.cost(), whole.value());
    } finally {
      rows.unpersist();
    }
  }

  private Dataset<Row> cached(Dataset<Row> raw) {
    Dataset<Row> rows = Preparation.prepare(raw, pipelines.sql(PIPELINE)).cache();
    rows.count();
    return rows;
  }

  /** More rows than there are: the same flights again, in a period after the last. */
  private static Dataset<Row> resampled(Dataset<Row> flights, long there, long size) {
    int copies = Math.toIntExact((size + there - 1) / there);
    Row period = flights.selectExpr("datediff(max(FlightDate), min(FlightDate)) + 1").first();
    return flights
        .withColumn("copy", expr("explode(sequence(0, " + (copies - 1) + "))"))
        .withColumn("FlightDate", expr("date_add(FlightDate, copy * " + period.getInt(0) + ")"))
        .drop("copy")
        .where(HASH.chooses((double) size / copies / there, SEED));
  }

  private static List<Long> sizes(String text) {
    List<Long> sizes = new ArrayList<>();
    for (String word : text.split(",")) {
      if (!word.matches("\\d+(\\.\\d+)?[kM]?")) {
        throw new IllegalArgumentException(
            "--rows " + text + " is no list such as 600k,2.4M; usage: " + USAGE);
      }
      double unit = word.endsWith("M") ? 1e6 : word.endsWith("k") ? 1e3 : 1;
      sizes.add(Math.round(Double.parseDouble(word.replaceAll("[kM]", "")) * unit));
    }
    return sizes;
  }

  private record Measured(long rows, FitCost prepare, FitCost rehearse, Rehearsed result) {

    double seconds() {
      return prepare.seconds() + rehearse.seconds();
    }

    /** Beside the size before: grows the time faster than the rows? */
    String told(Measured before) {
      FitCost fit = result.told().model().fit();
      String growth =
          before == null
              ? ""
              : String.format(
                  Locale.ROOT,
                  "; %.2f times the rows, %.2f times the time",
                  (double) rows / before.rows,
                  seconds() / before.seconds());
      return String.format(
          Locale.ROOT,
          "%,d rows: prepare %.1f s, fit %.1f s, evaluate %.1f s, together %.1f s; peak %,d MB%s",
          rows,
          prepare.seconds(),
          fit.seconds(),
          rehearse.seconds() - fit.seconds(),
          seconds(),
          Math.max(prepare.peakBytes(), fit.peakBytes()) >> 20,
          growth);
    }
  }
}
