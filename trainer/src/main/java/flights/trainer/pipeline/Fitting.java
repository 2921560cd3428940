package flights.trainer.pipeline;

import flights.core.text.ClosestName;
import flights.trainer.evaluate.BaselineChoice;
import flights.trainer.evaluate.EvaluatedColumns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Fits a pipeline to feature rows. */
public final class Fitting {

  private final PipelineSpec spec;
  private final PipelineStage[] stages;

  /**
   * Makes the stages; throws {@link PipelineException}.
   *
   * @param seed of all stages that have one and are given none
   */
  public Fitting(PipelineSpec spec, long seed) {
    this.spec = spec;
    this.stages =
        spec.stages().stream()
            .map(stage -> StageFactory.make(stage, spec.label(), seed))
            .toArray(PipelineStage[]::new);
  }

  public PipelineModel fit(Dataset<Row> rows) {
    check(rows.schema());
    return new Pipeline().setStages(CategoryBins.enough(stages, rows)).fit(rows);
  }

  /** Throws {@link PipelineException} when a stage wants a column that is not there. */
  private void check(StructType schema) {
    if (!List.of(schema.fieldNames()).contains(spec.label())) {
      throw new PipelineException(
          "pipeline.yaml: label names "
              + spec.label()
              + ", which prepare.sql does not make"
              + ClosestName.hint(spec.label(), List.of(schema.fieldNames())));
    }
    checkSeries(List.of(schema.fieldNames()));
    StructType columns = schema;
    for (int i = 0; i < stages.length; i++) {
      try {
        columns = stages[i].transformSchema(columns);
      } catch (RuntimeException e) {
        StageSpec stage = spec.stages().get(i);
        throw new PipelineException(
            "pipeline.yaml line "
                + stage.line()
                + ": "
                + stage.type()
                + ": "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("cannot be used"));
      }
    }
    checkEvaluated(List.of(columns.fieldNames()));
    checkBaselines(List.of(schema.fieldNames()));
  }

  private void checkBaselines(List<String> known) {
    for (BaselineChoice baseline : spec.evaluate().allBaselines()) {
      if (baseline.column() != null && !known.contains(baseline.column())) {
        throw new PipelineException(
            "pipeline.yaml: baselines names the column "
                + baseline.column()
                + ", which prepare.sql does not make"
                + ClosestName.hint(baseline.column(), known));
      }
    }
  }

  private void checkSeries(List<String> known) {
    List<String> named = spec.series() == null ? List.of() : spec.series().asked();
    for (String name : named) {
      if (!known.contains(name)) {
        throw new PipelineException(
            "pipeline.yaml: series names "
                + name
                + ", which prepare.sql does not make"
                + ClosestName.hint(name, known));
      }
    }
  }

  private void checkEvaluated(List<String> known) {
    EvaluatedColumns columns = spec.evaluated();
    List<String> evaluated = new ArrayList<>(columns.groups());
    columns.quantiles().forEach(quantile -> evaluated.add(quantile.field()));
    evaluated.add(columns.prediction());
    evaluated.add(columns.probabilities());
    evaluated.add(columns.number());
    evaluated.add(columns.expected());
    for (String name : evaluated) {
      if (name != null && !known.contains(name)) {
        throw new PipelineException(
            "pipeline.yaml: evaluate names "
                + name
                + ", which neither prepare.sql nor a stage makes"
                + ClosestName.hint(name, known));
      }
    }
  }
}
