package flights.trainer.pipeline;

import flights.core.card.QuantileField;
import flights.core.card.Task;
import flights.core.contract.Field;
import flights.trainer.evaluate.BaselineChoice;
import flights.trainer.evaluate.Baselines;
import flights.trainer.evaluate.Evaluator;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Looks whether a description has all that its task needs, and nothing that it cannot have. */
final class Checks {

  private static final String PROBABILITIES = "evaluate: probabilities";

  private final PipelineSpec spec;
  private final Path file;

  private Checks(PipelineSpec spec, Path file) {
    this.spec = spec;
    this.file = file;
  }

  static PipelineSpec complete(PipelineSpec spec, Path file) {
    if (spec == null) {
      throw new PipelineException(file + " is empty");
    }
    Checks checks = new Checks(spec, file);
    checks.keys();
    checks.fields();
    checks.task();
    checks.names();
    checks.split();
    checks.mostDropped();
    return spec;
  }

  private void keys() {
    need("name", spec.name());
    need("input", spec.input());
    need("label", spec.label());
    need("stages", spec.stages());
    need("id_column", spec.idColumn());
    need("input_schema", spec.inputSchema());
    need("output", spec.output());
    need("topics", spec.topics());
    need("topics: request", spec.topics().request());
    need("topics: response", spec.topics().response());
    need("topics: error", spec.topics().error());
    // A model without a collection is answered by its topics alone.
    if (spec.collection() != null || spec.errorCollection() != null) {
      need("collection", spec.collection());
      need("error_collection", spec.errorCollection());
    }
    need("evaluate", spec.evaluate());
    need("example", spec.example());
  }

  private void fields() {
    for (Field field : spec.inputSchema()) {
      need("input_schema: name", field.name());
      need("input_schema: type, of " + field.name(), field.type());
    }
  }

  private void task() {
    EvaluateSpec evaluate = spec.evaluate();
    if (spec.task() != Task.QUANTILE) {
      need("evaluate: prediction", evaluate.prediction());
    }
    if (spec.task() == Task.CLASSIFICATION) {
      need("output_labels", spec.outputLabels());
      need(PROBABILITIES, evaluate.probabilities());
    } else {
      refuse("output_labels", spec.outputLabels());
      refuse(PROBABILITIES, evaluate.probabilities());
      refuse("evaluate: number", evaluate.number());
      refuse("evaluate: expected", evaluate.expected());
    }
    double last = 0;
    for (QuantileField quantile : quantiles()) {
      if (!(quantile.level() > last && quantile.level() < 1)) {
        throw fault("evaluate: quantiles needs levels over 0 and under 1, each of them once");
      }
      last = quantile.level();
    }
    if (spec.task() == Task.QUANTILE && quantiles().isEmpty()) {
      throw fault("the key evaluate: quantiles is missing, such as {0.1: low, 0.9: high}");
    }
  }

  private void names() {
    List<String> fields = spec.inputSchema().stream().map(Field::name).toList();
    oneOf(List.of(spec.idColumn()), fields, "id_column", "which input_schema has not");
    EvaluateSpec evaluate = spec.evaluate();
    for (List<String> missing : evaluate.without().values()) {
      oneOf(missing, fields, "without", "which input_schema has not");
    }
    String task = spec.task().word();
    baselines(evaluate.baselines(), task);
    if (evaluate.decideBy() != null) {
      oneOf(
          List.of(evaluate.decideBy()),
          Evaluator.deciding(spec.evaluated(), spec.classes().size()),
          "decide_by",
          "which is no metric of " + task + " that decides");
    }
  }

  private void baselines(List<BaselineChoice> baselines, String task) {
    for (BaselineChoice baseline : baselines) {
      need("baselines: name", baseline.name());
      if (baseline.column() == null) {
        oneOf(
            List.of(baseline.name()),
            Baselines.names(spec.task()),
            "baselines",
            "which there is not for " + task);
      } else if (spec.task() != Task.REGRESSION) {
        throw fault("a column as one of the baselines is for the task regression, not " + task);
      }
      if (baseline.equals(BaselineChoice.of(Baselines.LAST)) && spec.split().time() == null) {
        throw fault("baselines names last, which needs the key split: time");
      }
    }
  }

  private void split() {
    if (spec.split().last() < 0) {
      throw fault("split: last is a number of values over 0, not " + spec.split().last());
    }
    if (spec.split().last() > 0 && spec.split().time() == null) {
      throw fault("split: last needs the key split: time");
    }
  }

  private void mostDropped() {
    Double most = spec.mostDropped();
    if (most != null && !(most >= 0 && most < 1)) {
      throw fault("most_dropped is a share from 0 and under 1, such as 0.25, not " + most);
    }
  }

  private List<QuantileField> quantiles() {
    try {
      return spec.evaluate().allQuantiles();
    } catch (NumberFormatException e) {
      throw fault("evaluate: quantiles has a level that is no number, such as 0.9");
    }
  }

  private void need(String key, Object value) {
    if (value == null) {
      throw fault("the key " + key + " is missing");
    }
  }

  private void refuse(String key, Object value) {
    if (value != null) {
      throw fault(
          "the key "
              + key
              + " is for the task classification, and this one is "
              + spec.task().word());
    }
  }

  private void oneOf(List<String> named, Collection<String> known, String key, String whatIsWrong) {
    for (String name : named) {
      if (!known.contains(name)) {
        throw fault(key + " names " + name + ", " + whatIsWrong + Nearest.suggestion(name, known));
      }
    }
  }

  private PipelineException fault(String what) {
    return new PipelineException(file + ": " + what);
  }
}
