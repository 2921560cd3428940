package flights.trainer.pipeline;

import flights.core.card.Task;
import flights.core.contract.Field;
import flights.trainer.evaluate.BaselineChoice;
import flights.trainer.evaluate.Baselines;
import flights.trainer.evaluate.Evaluator;
import java.util.List;

/** Looks whether what a description chooses is there to be chosen. */
final class ChoiceChecks {

  private final PipelineSpec spec;
  private final DescribedKeys keys;

  ChoiceChecks(PipelineSpec spec, DescribedKeys keys) {
    this.spec = spec;
    this.keys = keys;
  }

  void all() {
    names();
    baselines();
    split();
    mostDropped();
  }

  private void names() {
    List<String> fields = spec.inputSchema().stream().map(Field::name).toList();
    keys.oneOf(List.of(spec.idColumn()), fields, "id_column", "which input_schema has not");
    EvaluateSpec evaluate = spec.evaluate();
    for (List<String> missing : evaluate.without().values()) {
      keys.oneOf(missing, fields, "without", "which input_schema has not");
    }
    if (evaluate.decideBy() != null) {
      keys.oneOf(
          List.of(evaluate.decideBy()),
          Evaluator.deciding(spec.evaluated(), spec.classes().size()),
          "decide_by",
          "which is no metric of " + spec.task().word() + " that decides");
    }
  }

  private void baselines() {
    String task = spec.task().word();
    for (BaselineChoice baseline : spec.evaluate().allBaselines()) {
      keys.need("baselines: name", baseline.name());
      if (baseline.column() == null) {
        keys.oneOf(
            List.of(baseline.name()),
            Baselines.names(spec.task()),
            "baselines",
            "which there is not for " + task);
      } else if (spec.task() == Task.QUANTILE) {
        throw keys.fault(
            "a column as one of the baselines is for classification and regression, not " + task);
      }
      if (baseline.equals(BaselineChoice.of(Baselines.LAST)) && spec.split().time() == null) {
        throw keys.fault("baselines names last, which needs the key split: time");
      }
    }
  }

  private void split() {
    if (spec.split().last() < 0) {
      throw keys.fault("split: last is a number of values over 0, not " + spec.split().last());
    }
    if (spec.split().last() > 0 && spec.split().time() == null) {
      throw keys.fault("split: last needs the key split: time");
    }
    if (!spec.split().stale().isEmpty() && spec.split().time() == null) {
      throw keys.fault("split: stale needs the key split: time");
    }
    spec.split().stale().stream()
        .filter(days -> days == null || days < 1)
        .findFirst()
        .ifPresent(
            days -> {
              throw keys.fault("split: stale is a list of days over 0, not " + days);
            });
    if (spec.split().held() != null && spec.split().time() != null) {
      throw keys.fault("split: held and split: time do not go together");
    }
  }

  private void mostDropped() {
    Double most = spec.mostDropped();
    if (most != null && !(most >= 0 && most < 1)) {
      throw keys.fault("most_dropped is a share from 0 and under 1, such as 0.25, not " + most);
    }
  }
}
