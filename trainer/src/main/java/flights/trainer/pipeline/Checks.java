package flights.trainer.pipeline;

import flights.core.card.QuantileField;
import flights.core.card.Task;
import flights.core.contract.Field;
import java.nio.file.Path;
import java.util.List;

/** Looks whether a description has all that its task needs, and nothing that it cannot have. */
final class Checks {

  private static final String PROBABILITIES = "evaluate: probabilities";

  private final PipelineSpec spec;
  private final DescribedKeys keys;

  private Checks(PipelineSpec spec, DescribedKeys keys) {
    this.spec = spec;
    this.keys = keys;
  }

  static PipelineSpec complete(PipelineSpec spec, Path file) {
    if (spec == null) {
      throw new PipelineException(file + " is empty");
    }
    DescribedKeys described = new DescribedKeys(file);
    Checks checks = new Checks(spec, described);
    checks.required();
    checks.fields();
    checks.task();
    new ChoiceChecks(spec, described).all();
    new ContractChecks(spec, described).all();
    return spec;
  }

  private void required() {
    keys.need("name", spec.name());
    keys.need("input", spec.input());
    keys.need("label", spec.label());
    keys.need("stages", spec.stages());
    keys.need("id_column", spec.idColumn());
    keys.need("input_schema", spec.inputSchema());
    keys.need("output", spec.output());
    keys.need("topics", spec.topics());
    keys.need("topics: request", spec.topics().request());
    keys.need("topics: response", spec.topics().response());
    keys.need("topics: error", spec.topics().error());
    // A model without a collection is answered by its topics alone.
    if (spec.collection() != null || spec.errorCollection() != null) {
      keys.need("collection", spec.collection());
      keys.need("error_collection", spec.errorCollection());
    }
    keys.need("evaluate", spec.evaluate());
    keys.need("example", spec.example());
  }

  private void fields() {
    for (Field field : spec.inputSchema()) {
      keys.need("input_schema: name", field.name());
      keys.need("input_schema: type, of " + field.name(), field.type());
    }
  }

  private void task() {
    EvaluateSpec evaluate = spec.evaluate();
    if (spec.task() != Task.QUANTILE) {
      keys.need("evaluate: prediction", evaluate.prediction());
    }
    if (spec.task() == Task.CLASSIFICATION) {
      keys.need("output_labels", spec.outputLabels());
      keys.need(PROBABILITIES, evaluate.probabilities());
      if (evaluate.event() != null) {
        event(evaluate);
      }
    } else {
      keys.refuse("output_labels", spec.outputLabels(), spec.task());
      keys.refuse(PROBABILITIES, evaluate.probabilities(), spec.task());
      keys.refuse("evaluate: number", evaluate.number(), spec.task());
      keys.refuse("evaluate: expected", evaluate.expected(), spec.task());
      keys.refuse("evaluate: event", evaluate.event(), spec.task());
    }
    double last = 0;
    for (QuantileField quantile : quantiles()) {
      if (!(quantile.level() > last && quantile.level() < 1)) {
        throw keys.fault("evaluate: quantiles needs levels over 0 and under 1, each of them once");
      }
      last = quantile.level();
    }
    if (spec.task() == Task.QUANTILE && quantiles().isEmpty()) {
      throw keys.fault("the key evaluate: quantiles is missing, such as {0.1: low, 0.9: high}");
    }
  }

  private void event(EvaluateSpec evaluate) {
    keys.need("evaluate: event: name", evaluate.event().name());
    keys.need("evaluate: event: from", evaluate.event().from());
    keys.need("evaluate: event: probability", evaluate.event().probability());
    keys.need("evaluate: number", evaluate.number());
  }

  private List<QuantileField> quantiles() {
    try {
      return spec.evaluate().allQuantiles();
    } catch (NumberFormatException e) {
      throw keys.fault("evaluate: quantiles has a level that is no number, such as 0.9");
    }
  }
}
