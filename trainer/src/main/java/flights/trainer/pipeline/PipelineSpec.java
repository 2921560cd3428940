package flights.trainer.pipeline;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.core.card.CardMetric;
import flights.core.card.Task;
import flights.core.contract.Field;
import flights.core.contract.ModelConfig;
import flights.core.contract.Series;
import flights.trainer.evaluate.EvaluatedColumns;
import flights.trainer.evaluate.Evaluator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model to be trained and served, as {@code pipeline.yaml} describes it.
 *
 * @param input {@code flights} for flight history in any known format, else a format that Spark
 *     reads by itself
 * @param data where the rows are when the command names nothing else; relative to the program; null
 *     when the command has to name them
 * @param dataNote how to get rows, for people, where {@code data} is null; null for nothing
 * @param mostDropped the share of the rows that {@code clean.sql} may drop; null for any
 * @param options for Spark's reader of the input
 * @param columns that the rows need, for people who bring their own; empty when that is not told
 * @param columnsNote what else is to be known of such rows, a sentence; null for nothing
 * @param task what is predicted: one of several classes unless it says otherwise
 * @param label the column of the feature rows that is to be predicted
 * @param outputLabels what the classes 0, 1, ... mean, in words; empty without classes
 * @param series how the requests make up monthly series; null when they do not
 * @param notes for those who read the model's card
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PipelineSpec(
    String name,
    String input,
    String data,
    String dataNote,
    Double mostDropped,
    Map<String, String> options,
    List<String> columns,
    String columnsNote,
    Task task,
    String label,
    SplitSpec split,
    List<StageSpec> stages,
    String idColumn,
    List<Field> inputSchema,
    Map<String, OutputSpec> output,
    List<String> outputLabels,
    TopicsSpec topics,
    String collection,
    String errorCollection,
    EvaluateSpec evaluate,
    Map<String, Object> example,
    Series series,
    List<String> notes) {

  public PipelineSpec {
    options = options == null ? Map.of() : Map.copyOf(options);
    columns = columns == null ? List.of() : List.copyOf(columns);
    task = task == null ? Task.CLASSIFICATION : task;
    notes = notes == null ? List.of() : List.copyOf(notes);
    split = split == null ? new SplitSpec(null, 0, 0, null, null) : split;
  }

  /** Where an evaluation of the model finds what it looks at. */
  public EvaluatedColumns evaluated() {
    return evaluate.columns(task, label);
  }

  /** The metric in which a new version must be better than the champion. */
  public CardMetric decideBy() {
    String key =
        evaluate.decideBy() == null
            ? Evaluator.deciding(evaluated(), classes().size()).get(0)
            : evaluate.decideBy();
    return CardMetric.of(key).orElseThrow();
  }

  /** What the classes mean; empty without classes. */
  public List<String> classes() {
    return outputLabels == null ? List.of() : outputLabels;
  }

  /** The fields of a request by their names, in their order. */
  Map<String, Field> fields() {
    Map<String, Field> fields = new LinkedHashMap<>();
    inputSchema.forEach(field -> fields.put(field.name(), field));
    return fields;
  }

  /**
   * How the trained model is served.
   *
   * @param sql that makes each field of an answer
   */
  public ModelConfig config(Map<String, String> sql) {
    return new ModelConfig(
        name,
        idColumn,
        inputSchema,
        sql,
        classes(),
        topics.request(),
        topics.response(),
        topics.error(),
        collection,
        errorCollection,
        example,
        series);
  }
}
