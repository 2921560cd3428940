package flights.trainer.pipeline;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks whether a description has all that it needs. */
final class Checks {

  private Checks() {}

  static PipelineSpec complete(PipelineSpec spec, Path file) {
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
    needed.put("collection", spec.collection());
    needed.put("error_collection", spec.errorCollection());
    needed.put("evaluate", spec.evaluate());
    needed.put("example", spec.example());
    needed.forEach(
        (key, value) -> {
          if (value == null) {
            throw new PipelineException(file + ": the key " + key + " is missing");
          }
        });
    if (spec.inputSchema().stream().noneMatch(field -> field.name().equals(spec.idColumn()))) {
      throw new PipelineException(
          file
              + ": id_column names "
              + spec.idColumn()
              + ", which input_schema has not"
              + Nearest.suggestion(
                  spec.idColumn(), spec.inputSchema().stream().map(f -> f.name()).toList()));
    }
    return spec;
  }
}
