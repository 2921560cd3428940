package flights.trainer.pipeline;

import flights.core.contract.Field;
import flights.trainer.evaluate.Baselines;
import flights.trainer.gate.Metric;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether a description has all that it needs. */
final class Checks {

  private Checks() {}

  static PipelineSpec complete(PipelineSpec spec, Path file) {
    if (spec == null) {
      throw new PipelineException(file + " is empty");
    }
    Map<String, Object> needed = new LinkedHashMap<>();
    needed.put("name", spec.name());
    needed.put("input", spec.input());
    needed.put("label", spec.label());
    needed.put("stages", spec.stages());
    needed.put("id_column", spec.idColumn());
    needed.put("input_schema", spec.inputSchema());
    needed.put("output", spec.output());
    needed.put("output_labels", spec.outputLabels());
    needed.put("topics", spec.topics());
    // A model without a collection is answered by its topics alone.
    if (spec.collection() != null || spec.errorCollection() != null) {
      needed.put("collection", spec.collection());
      needed.put("error_collection", spec.errorCollection());
    }
    needed.put("evaluate", spec.evaluate());
    needed.put("example", spec.example());
    if (spec.evaluate() != null) {
      needed.put("evaluate: prediction", spec.evaluate().prediction());
      needed.put("evaluate: probabilities", spec.evaluate().probabilities());
    }
    if (spec.topics() != null) {
      needed.put("topics: request", spec.topics().request());
      needed.put("topics: response", spec.topics().response());
      needed.put("topics: error", spec.topics().error());
    }
    for (Field field : spec.inputSchema() == null ? List.<Field>of() : spec.inputSchema()) {
      needed.put("input_schema: name", field.name());
      needed.put("input_schema: type, of " + field.name(), field.type());
    }
    needed.forEach(
        (key, value) -> {
          if (value == null) {
            throw new PipelineException(file + ": the key " + key + " is missing");
          }
        });
    List<String> fields = spec.inputSchema().stream().map(Field::name).toList();
    oneOf(List.of(spec.idColumn()), fields, file + ": id_column", "which input_schema has not");
    EvaluateSpec evaluate = spec.evaluate();
    for (List<String> missing : evaluate.without().values()) {
      oneOf(missing, fields, file + ": without", "which input_schema has not");
    }
    oneOf(evaluate.baselines(), Baselines.names(), file + ": baselines", "which there is not");
    oneOf(List.of(evaluate.decideBy()), Metric.NAMES, file + ": decide_by", "which is no metric");
    return spec;
  }

  private static void oneOf(
      List<String> named, Collection<String> known, String where, String whatIsWrong) {
    for (String name : named) {
      if (!known.contains(name)) {
        throw new PipelineException(
            where + " names " + name + ", " + whatIsWrong + Nearest.suggestion(name, known));
      }
    }
  }
}
