package flights.web.answers;

import flights.core.contract.ModelConfig;
import flights.core.json.Json;
import flights.core.kafka.DeadLetters;
import flights.core.store.Documents;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.bson.Document;

/**
 * Where the answers of a model come from, and what they are.
 *
 * @param type of an answer's prediction
 */
public record AnswerSource(
    String responseTopic,
    String errorTopic,
    String collection,
    String errorCollection,
    Class<?> type) {

  /** Of any model: its predictions are maps. */
  public static AnswerSource of(ModelConfig model) {
    return new AnswerSource(
        model.responseTopic(),
        model.errorTopic(),
        model.collection(),
        model.errorCollection(),
        Map.class);
  }

  List<String> topics() {
    return List.of(responseTopic, errorTopic);
  }

  boolean isPrediction(ConsumerRecord<String, byte[]> message) {
    return message.topic().equals(responseTopic);
  }

  /** What a message on Kafka says; throws IllegalArgumentException when it is not understood. */
  Answer heard(String id, ConsumerRecord<String, byte[]> message) {
    if (isPrediction(message)) {
      return Answer.predicted(id, Json.read(message.value(), type));
    }
    Header reason = message.headers().lastHeader(DeadLetters.REASON);
    return Answer.rejected(
        id,
        reason == null
            ? "the predictor gave no reason"
            : new String(reason.value(), StandardCharsets.UTF_8));
  }

  /** What a stored document says; throws IllegalArgumentException when it is not understood. */
  Answer stored(Document found) {
    String id = found.getString("_id");
    if (type != Map.class) {
      return Answer.predicted(id, Documents.to(type, found));
    }
    Map<String, Object> prediction = new LinkedHashMap<>(Documents.plain(found));
    prediction.keySet().removeIf(name -> name.startsWith("_"));
    return Answer.predicted(id, prediction);
  }
}
