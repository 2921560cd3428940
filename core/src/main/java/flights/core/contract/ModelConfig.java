package flights.core.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How a model is served, as {@code config.json} of its package says it.
 *
 * @param idColumn the field of a request by which its answer is found
 * @param output the fields of an answer, each with the Spark SQL expression over the pipeline's
 *     columns that makes it
 * @param outputLabels what the classes 0, 1, ... mean, in words
 * @param example a request that the model must answer, tried whenever a package is read
 * @param series how its requests make up monthly series; null when they do not
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ModelConfig(
    String name,
    String idColumn,
    List<Field> inputSchema,
    Map<String, String> output,
    List<String> outputLabels,
    String requestTopic,
    String responseTopic,
    String errorTopic,
    String collection,
    String errorCollection,
    Map<String, Object> example,
    Series series) {

  /** One whose requests make up no series. */
  public ModelConfig(
      String name,
      String idColumn,
      List<Field> inputSchema,
      Map<String, String> output,
      List<String> outputLabels,
      String requestTopic,
      String responseTopic,
      String errorTopic,
      String collection,
      String errorCollection,
      Map<String, Object> example) {
    this(
        name,
        idColumn,
        inputSchema,
        output,
        outputLabels,
        requestTopic,
        responseTopic,
        errorTopic,
        collection,
        errorCollection,
        example,
        null);
  }

  public List<String> topics() {
    return List.of(requestTopic, responseTopic, errorTopic);
  }

  /** The fields that a request must have and that rows with such columns do not tell. */
  public List<String> missingIn(Collection<String> columns) {
    return inputSchema.stream()
        .filter(Field::required)
        .filter(field -> !columns.contains(field.name()))
        .filter(field -> field.from() == null || !columns.contains(field.from().field()))
        .map(Field::name)
        .toList();
  }
}
