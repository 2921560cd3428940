package flights.core.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
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
    Map<String, Object> example) {

  public List<String> topics() {
    return List.of(requestTopic, responseTopic, errorTopic);
  }
}
