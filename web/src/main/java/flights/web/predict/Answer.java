package flights.web.predict;

import flights.core.flight.Prediction;
import flights.core.json.Json;
import flights.core.kafka.DeadLetters;
import flights.core.kafka.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What is known about a request, in the JSON of the API.
 *
 * @param prediction only when the status is OK
 * @param message why, only when the status is ERROR
 */
public record Answer(Status status, String id, Prediction prediction, String message) {

  public enum Status {
    /** Not predicted yet; whether it was ever asked is not known here. */
    WAIT,
    OK,
    /** The predictor rejected it. */
    ERROR
  }

  static Answer waiting(String id) {
    return new Answer(Status.WAIT, id, null, null);
  }

  static Answer predicted(String id, Prediction prediction) {
    return new Answer(Status.OK, id, prediction, null);
  }

  static Answer rejected(String id, String reason) {
    return new Answer(Status.ERROR, id, null, reason);
  }

  /** What a message on Kafka says; throws IllegalArgumentException when it is not understood. */
  static Answer heard(String id, ConsumerRecord<String, byte[]> message) {
    if (message.topic().equals(Topics.RESPONSES)) {
      return predicted(id, Json.read(message.value(), Prediction.class));
    }
    Header reason = message.headers().lastHeader(DeadLetters.REASON);
    return rejected(
        id,
        reason == null
            ? "the predictor gave no reason"
            : new String(reason.value(), StandardCharsets.UTF_8));
  }
}
