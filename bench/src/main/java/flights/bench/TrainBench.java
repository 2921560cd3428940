package flights.bench;

import static org.apache.spark.sql.functions.expr;

import flights.bench.report.Findings;
import flights.bench.report.Plot;
import flights.core.card.FitCost;
import flights.core.command.BenchCommands.BenchTrainCommand;
import flights.core.settings.Settings;
import flights.flight.spark.history.FlightHistory;
import flights.flight.spark.history.HistoryException;
import flights.model.SparkSessions;
import flights.model.domain.Domains;
import flights.model.progress.Progress;
import flights.trainer.evaluate.MeasuredFit;
import flights.trainer.holdout.HoldoutEvaluation;
import flights.trainer.holdout.HoldoutResult;
import flights.trainer.pipeline.Fitting;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.pipeline.Preparation;
import flights.trainer.split.RowHash;
import flights.trainer.split.Split;
import flights.trainer.split.Splits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** How preparing, fitting and evaluating grow with the rows; with the trainer's own libraries. */
public final class TrainBench implements Bench<BenchTrainCommand> {

  private static final String PIPELINE = "flight-delay";
  private static final long SEED = 42;
  private static final RowHash HASH =
      new RowHash(List.of("Carrier", "FlightNum", "FlightDate", "Origin", "Dest", "ArrDelay"));

  private SparkSession spark;
  private PipelineReader pipelines;
  private PipelineSpec spec;

  public static void main(String[] args) throws Exception {
    try {
      System.exit(BenchRun.of(new TrainBench(), Settings.fromEnvironment(), List.of(args)) ? 0 : 1);
    } catch (IllegalArgumentException | HistoryException e) {
      System.err.println("flights: " + e.getMessage());
      System.exit(2);
    }
  }

  @Override
  public Class<BenchTrainCommand> command() {
    return BenchTrainCommand.class;
  }

  @Override
  public boolean measuresSystem() {
    return false;
  }

  @Override
  public void run(Settings settings, BenchTrainCommand asked, Findings findings)
      throws IOException {
    List<Long> sizes = sizes(asked.rows());
    String master = asked.master().orElseGet(() -> settings.sparkMaster(2));
    pipelines = new PipelineReader(BenchRun.root().resolve("resources").resolve("pipelines"));
    spec = pipelines.spec(PIPELINE);
    String data = asked.data().orElseGet(() -> BenchRun.root().resolve(spec.data()).toString());
    findings.parameter("rows", sizes);
    findings.parameter("master", master);
    try (SparkSession session = SparkSessions.start("flights bench train", master, Map.of())) {
      spark = session;
      Domains.found().registerFunctions(spark);
      measure(sizes, data, findings);
    }
  }

  private void measure(List<Long> sizes, String data, Findings findings) {
    List<Measured> all = new ArrayList<>();
    Dataset<Row> flights = FlightHistory.keep(spark, data).flights();
    long there = flights.count();
    for (long size : sizes) {
      Measured measured = measure(flights, there, size);
      measured.tell(findings, all.isEmpty() ? null : all.get(all.size() - 1));
      all.add(measured);
    }
    findings.plot(
        new Plot(
            "Training",
            "rows",
            "s",
            Plot.Scale.LINEAR,
            List.of(
                new Plot.Line(
                    "together",
                    all.stream().map(it -> new double[] {it.rows, it.seconds()}).toList()))));
  }

  private Measured measure(Dataset<Row> flights, long there, long size) {
    MeasuredFit<Dataset<Row>> prepared =
        MeasuredFit.of(() -> cached(resampled(flights, there, size)));
    Dataset<Row> rows = prepared.value();
    try (Progress progress = Progress.onConsole(spark)) {
      Split split = new Splits(rows, spec.split(), HASH).all(null, SEED).get(0);
      HoldoutEvaluation holdout =
          new HoldoutEvaluation(spec, new Fitting(spec, SEED), HASH, SEED, false, progress);
      MeasuredFit<HoldoutResult> whole = MeasuredFit.of(() -> holdout.of(split, false));
      return new Measured(rows.count(), prepared.cost(), whole.cost(), whole.value());
    } finally {
      rows.unpersist();
    }
  }

  private Dataset<Row> cached(Dataset<Row> raw) {
    Dataset<Row> rows = Preparation.prepare(raw, "raw", pipelines.sql(PIPELINE)).cache();
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

  private static List<Long> sizes(List<String> words) {
    List<Long> sizes = new ArrayList<>();
    for (String word : words) {
      if (!word.matches("\\d+(\\.\\d+)?[kM]?")) {
        throw new IllegalArgumentException("--rows " + word + " is no number such as 600k or 2.4M");
      }
      double unit = word.endsWith("M") ? 1e6 : word.endsWith("k") ? 1e3 : 1;
      sizes.add(Math.round(Double.parseDouble(word.replaceAll("[kM]", "")) * unit));
    }
    return sizes;
  }

  private record Measured(long rows, FitCost prepare, FitCost holdout, HoldoutResult result) {

    double seconds() {
      return prepare.seconds() + holdout.seconds();
    }

    /** Beside the size before: grows the time faster than the rows? */
    void tell(Findings findings, Measured before) {
      String group = String.format(Locale.ROOT, "%,d rows", rows);
      FitCost fit = result.figures().model().fit();
      findings.figure(group, "prepare", prepare.seconds(), "s");
      findings.figure(group, "fit", fit.seconds(), "s");
      findings.figure(group, "evaluate", holdout.seconds() - fit.seconds(), "s");
      findings.figure(group, "together", seconds(), "s");
      findings.figure(
          group, "peak", Math.max(prepare.peakBytes(), fit.peakBytes()) / (double) (1 << 20), "MB");
      if (before != null) {
        findings.figure(group, "rows, times the size before", (double) rows / before.rows, "");
        findings.figure(group, "time, times the size before", seconds() / before.seconds(), "");
      }
    }
  }
}
