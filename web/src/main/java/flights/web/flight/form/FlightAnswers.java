package flights.web.flight.form;

import flights.core.json.Json;
import flights.flight.FlightCollections;
import flights.flight.FlightRequest;
import flights.flight.FlightTopics;
import flights.flight.Prediction;
import flights.web.answers.AnswerSource;
import flights.web.answers.RequestSender;
import java.util.concurrent.CompletableFuture;

/** How the flight model is asked, and where it answers. */
public final class FlightAnswers {

  public static final AnswerSource SOURCE =
      new AnswerSource(
          FlightTopics.RESPONSES,
          FlightTopics.ERRORS,
          FlightCollections.RESPONSES,
          FlightCollections.ERRORS,
          Prediction.class);

  private FlightAnswers() {}

  public static CompletableFuture<Void> ask(RequestSender sender, FlightRequest request) {
    return sender.send(FlightTopics.REQUESTS, request.uuid(), Json.bytes(request));
  }

  /** Done when the request is acknowledged and what is awaited has come. */
  static <T> CompletableFuture<T> ask(
      RequestSender sender, FlightRequest request, CompletableFuture<T> awaited) {
    return sender.sendAndAwait(FlightTopics.REQUESTS, request.uuid(), Json.bytes(request), awaited);
  }
}
