package flights.web.flight.form;

import flights.flight.DelaySummary;
import flights.flight.Prediction;
import flights.web.answers.Answer;

/**
 * An answer of the flight model, in the JSON of the API.
 *
 * @param summary what the prediction means, in words
 */
record FlightAnswer(
    Answer.Status status, String id, Prediction prediction, DelaySummary summary, String message) {

  static FlightAnswer of(Answer answer, Summaries summaries) {
    Prediction prediction = answer.prediction(Prediction.class);
    return new FlightAnswer(
        answer.status(),
        answer.id(),
        prediction,
        prediction == null ? null : summaries.of(prediction),
        answer.message());
  }
}
