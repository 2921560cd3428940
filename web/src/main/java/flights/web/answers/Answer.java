package flights.web.answers;

import java.util.Map;

/**
 * What is known about a request, in the JSON of the API.
 *
 * @param prediction only when the status is OK: of the type of the answer's source
 * @param message why, only when the status is ERROR
 */
public record Answer(Status status, String id, Object prediction, String message) {

  public enum Status {
    /** Not predicted yet; whether it was ever asked is not known here. */
    WAIT,
    OK,
    /** The predictor rejected it. */
    ERROR
  }

  /** The prediction of a model that has a type of its own for it; null when there is none. */
  public <T> T prediction(Class<T> type) {
    return type.cast(prediction);
  }

  /** The fields of another model's prediction; null when there is none. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> fields() {
    return (Map<String, Object>) prediction;
  }

  public static Answer waiting(String id) {
    return new Answer(Status.WAIT, id, null, null);
  }

  static Answer predicted(String id, Object prediction) {
    return new Answer(Status.OK, id, prediction, null);
  }

  public static Answer rejected(String id, String reason) {
    return new Answer(Status.ERROR, id, null, reason);
  }
}
