package flights.trainer.pipeline;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.core.contract.Field;
import flights.core.contract.ModelConfig;
import java.util.List;
import java.util.Map;

/**
 * A model to be trained and served, as {@code pipeline.yaml} describes it.
 *
 * @param input {@code flights} for flight history in any known format, else a format that Spark
 *     reads by itself
 * @param data where the rows are when the command names nothing else; relative to the program
 * @param options for Spark's reader of the input
 * @param notes for those who read the model's card
 * @param label the column of the feature rows that is to be predicted
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PipelineSpec(
    String name,
    String input,
    String data,
    Map<String, String> options,
    String label,
    SplitSpec split,
    List<StageSpec> stages,
    String idColumn,
    List<Field> inputSchema,
    Map<String, String> output,
    List<String> outputLabels,
    TopicsSpec topics,
    String collection,
    String errorCollection,
    EvaluateSpec evaluate,
    Map<String, Object> example,
    List<String> notes) {

  public PipelineSpec {
    options = options == null ? Map.of() : Map.copyOf(options);
    notes = notes == null ? List.of() : List.copyOf(notes);
    split = split == null ? new SplitSpec(null, 0) : split;
  }

  /** How the trained model is served. */
  public ModelConfig config() {
    return new ModelConfig(
        name,
        idColumn,
        inputSchema,
        output,
        outputLabels,
        topics.request(),
        topics.response(),
        topics.error(),
        collection,
        errorCollection,
        example);
  }
}
