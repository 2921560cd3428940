package flights.trainer.holdout;

import static org.apache.spark.sql.functions.lit;

import flights.core.card.CardSplit;
import flights.core.card.CardTrial;
import flights.core.card.FitCost;
import flights.model.progress.Progress;
import flights.model.progress.Stage;
import flights.trainer.evaluate.Baselines;
import flights.trainer.evaluate.Evaluator;
import flights.trainer.evaluate.MeasuredFit;
import flights.trainer.pipeline.Fitting;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.split.RowHash;
import flights.trainer.split.Split;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits a pipeline to a part of the rows and evaluates it on the part that was held back. */
public final class HoldoutEvaluation {

  private static final String MODEL = "this model";

  private final PipelineSpec spec;
  private final Fitting fitting;
  private final RowHash hash;
  private final Progress progress;
  private final Evaluator evaluator;
  private final Baselines baselines;

  /**
   * An evaluation of a pipeline.
   *
   * @param withStrong whether the strong baselines are among the baselines
   */
  public HoldoutEvaluation(
      PipelineSpec spec,
      Fitting fitting,
      RowHash hash,
      long seed,
      boolean withStrong,
      Progress progress) {
    this.spec = spec;
    this.fitting = fitting;
    this.hash = hash;
    this.progress = progress;
    this.evaluator = Evaluator.of(spec.evaluated(), spec.classes());
    this.baselines =
        new Baselines(
            spec.evaluated(),
            withStrong ? spec.evaluate().allBaselines() : spec.evaluate().baselines(),
            spec.classes(),
            spec.split().time(),
            seed);
  }

  /** What an evaluation shows of itself, with the share of the time that it takes. */
  public static List<Stage> stages(String split, boolean withBaselines) {
    Stage fit = new Stage(fitting(split), 2);
    Stage evaluate = new Stage(evaluating(split), 2);
    return withBaselines
        ? List.of(fit, evaluate, new Stage(comparing(split), 7))
        : List.of(fit, evaluate);
  }

  /**
   * Evaluates on one split.
   *
   * @param withBaselines whether the baselines are fitted to the same rows
   */
  public HoldoutResult of(Split split, boolean withBaselines) {
    MeasuredFit<PipelineModel> fitted =
        progress.stage(
            fitting(split.name()), () -> MeasuredFit.of(() -> fitting.fit(split.training())));
    CardSplit alone = progress.stage(evaluating(split.name()), () -> evaluate(split, fitted));
    CardSplit told =
        withBaselines
            ? progress.stage(
                comparing(split.name()),
                () -> alone.beside(baselines.run(split.training(), split.test())))
            : alone;
    return new HoldoutResult(split, fitted.value(), evaluator, told, spec.split().time());
  }

  private CardSplit evaluate(Split split, MeasuredFit<PipelineModel> fitted) {
    return new CardSplit(
        split.name(),
        split.description(),
        hash.fingerprint(split.test()),
        trial(MODEL, fitted.cost(), fitted.value(), split.test()),
        variants(fitted.value(), split.test()),
        List.of());
  }

  private static String fitting(String split) {
    return split + ": fitting";
  }

  private static String evaluating(String split) {
    return split + ": evaluating";
  }

  private static String comparing(String split) {
    return split + ": baselines";
  }

  private List<CardTrial> variants(PipelineModel model, Dataset<Row> test) {
    return spec.evaluate().without().entrySet().stream()
        .map(e -> trial("without " + e.getKey(), null, model, without(e.getValue(), test)))
        .toList();
  }

  private static Dataset<Row> without(List<String> columns, Dataset<Row> rows) {
    Dataset<Row> left = rows;
    for (String column : columns) {
      left = left.withColumn(column, lit(null).cast(rows.schema().apply(column).dataType()));
    }
    return left;
  }

  private CardTrial trial(String name, FitCost cost, PipelineModel model, Dataset<Row> test) {
    return new CardTrial(name, cost, evaluator.evaluate(model.transform(test)));
  }
}
