package flights.trainer.rehearse;

import static org.apache.spark.sql.functions.lit;

import flights.trainer.card.CardSplit;
import flights.trainer.evaluate.Baselines;
import flights.trainer.evaluate.Evaluator;
import flights.trainer.evaluate.FitCost;
import flights.trainer.evaluate.Trial;
import flights.trainer.pipeline.Fitting;
import flights.trainer.pipeline.PipelineSpec;
import flights.trainer.split.RowHash;
import flights.trainer.split.Split;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Fits a pipeline to a part of the rows and evaluates it on the part that was held back. */
public final class Rehearsal {

  private static final String MODEL = "this model";

  private final PipelineSpec spec;
  private final Fitting fitting;
  private final RowHash hash;
  private final Evaluator evaluator;
  private final Baselines baselines;

  public Rehearsal(PipelineSpec spec, Fitting fitting, RowHash hash, long seed) {
    this.spec = spec;
    this.fitting = fitting;
    this.hash = hash;
    this.evaluator = new Evaluator(spec.evaluate().columns(spec.label()), spec.outputLabels());
    this.baselines = new Baselines(spec.evaluate().baselines(), spec.outputLabels(), seed);
  }

  /**
   * Rehearses one split.
   *
   * @param withBaselines whether the baselines are fitted to the same rows
   */
  public Rehearsed of(Split split, boolean withBaselines) {
    FitCost.Measured<PipelineModel> fitted = FitCost.measure(() -> fitting.fit(split.training()));
    CardSplit told =
        new CardSplit(
            split.name(),
            split.description(),
            hash.fingerprint(split.test()),
            trial(MODEL, fitted.cost(), fitted.value(), split.test()),
            variants(fitted.value(), split.test()),
            withBaselines ? baselines.run(split.training(), split.test()) : List.of());
    return new Rehearsed(split, fitted.value(), evaluator, told, spec.split().time());
  }

  private List<Trial> variants(PipelineModel model, Dataset<Row> test) {
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

  private Trial trial(String name, FitCost cost, PipelineModel model, Dataset<Row> test) {
    return new Trial(name, cost, evaluator.evaluate(model.transform(test)));
  }
}
