package flights.web.predict;

import flights.core.flight.Prediction;

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
}
