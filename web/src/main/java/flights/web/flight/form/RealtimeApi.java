package flights.web.flight.form;

import flights.core.contract.RequestId;
import flights.flight.FlightFormReader;
import flights.flight.FlightRequest;
import flights.web.answers.Answer;
import flights.web.answers.AnswerCalls;
import flights.web.answers.Answers;
import flights.web.answers.FormFields;
import flights.web.answers.PollParams;
import flights.web.answers.RequestSender;
import flights.web.flight.reference.Reference;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The JSON calls: ask for a prediction, and fetch it. */
final class RealtimeApi {

  private final FlightFormReader reader;
  private final Clock clock;
  private final Reference reference;
  private final RequestSender sender;
  private final Answers answers;
  private final Summaries summaries;

  RealtimeApi(
      Clock clock,
      Reference reference,
      RequestSender sender,
      Answers answers,
      Summaries summaries) {
    this.reader = new FlightFormReader(clock, () -> reference.data().coverage());
    this.clock = clock;
    this.reference = reference;
    this.sender = sender;
    this.answers = answers;
    this.summaries = summaries;
  }

  /** Answers with the id or, when it is asked to wait and that helps, with the prediction too. */
  void classify(Context ctx) {
    Duration patience = PollParams.patience(ctx, Duration.ZERO);
    FlightRequest request = request(FormFields.of(ctx));
    ctx.future(() -> accept(request, patience).thenAccept(ctx::json));
  }

  private CompletableFuture<?> accept(FlightRequest request, Duration patience) {
    Accepted accepted = new Accepted("OK", request.uuid());
    answers.expect(request.uuid());
    if (patience.isZero()) {
      return FlightAnswers.ask(sender, request).thenApply(sent -> accepted);
    }
    // Listens first: the answer may be there as soon as Kafka has told that it has the request.
    CompletableFuture<Answer> answer = answers.next(request.uuid(), patience);
    return FlightAnswers.ask(sender, request, answer)
        .thenApply(
            come ->
                come.status() == Answer.Status.WAIT ? accepted : FlightAnswer.of(come, summaries));
  }

  /**
   * The id of the request that these fields make, when Kafka has acknowledged it. Throws or fails
   * with what {@link flights.web.errors.ErrorResponses} knows.
   */
  CompletableFuture<String> accept(Map<String, String> fields) {
    FlightRequest request = request(fields);
    answers.expect(request.uuid());
    return FlightAnswers.ask(sender, request).thenApply(sent -> request.uuid());
  }

  private FlightRequest request(Map<String, String> fields) {
    return FlightRequest.of(RequestId.next(), clock.instant(), reader.read(fields), reference);
  }

  void response(Context ctx) {
    AnswerCalls.json(ctx, this::await);
  }

  void events(Context ctx) throws java.io.IOException {
    AnswerCalls.event(ctx, this::await);
  }

  private CompletableFuture<FlightAnswer> await(String id, Duration patience) {
    return answers.await(id, patience).thenApply(answer -> FlightAnswer.of(answer, summaries));
  }

  private record Accepted(String status, String id) {}
}
