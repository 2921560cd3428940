package flights.web.predictions;

import flights.web.answers.Answer;
import flights.web.answers.Answers;
import flights.web.answers.RequestSender;
import flights.web.errors.Problem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Gives requests to whoever serves a model, and waits for the answers. */
public final class ModelAsking {

  private final ServedModels models;
  private final ModelAnswers answers;
  private final RequestSender sender;

  ModelAsking(ServedModels models, ModelAnswers answers, RequestSender sender) {
    this.models = models;
    this.answers = answers;
    this.sender = sender;
  }

  /** Throws {@link Problem} when there is no such model. */
  public ServedModel model(String name) {
    return models.require(name);
  }

  /** Throws {@link Problem} when there is no such model, or nobody answers for it. */
  ServedModel served(String name) {
    ServedModel model = models.require(name);
    if (model.away() != null) {
      throw Problem.unavailable(model.away());
    }
    return model;
  }

  /**
   * Done when Kafka has the request and its answer is there, or the time is over; fails with a
   * {@link Problem} when Kafka does not take it.
   */
  public CompletableFuture<Answer> ask(ServedModel model, ModelRequest request, Duration patience) {
    Answers heard = answers.of(model.config());
    heard.expect(request.id());
    // Listens first: the answer may be there as soon as Kafka has told that it has the request.
    CompletableFuture<Answer> answer =
        patience.isZero() ? null : heard.next(request.id(), patience);
    return send(model, request)
        .thenCompose(
            sent ->
                answer == null
                    ? CompletableFuture.completedFuture(Answer.waiting(request.id()))
                    : answer);
  }

  private CompletableFuture<Void> send(ServedModel model, ModelRequest request) {
    try {
      return sender.send(model.config().requestTopic(), request.id(), request.bytes());
    } catch (Problem e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** The answer to a request of before, or after the given time one that says to wait. */
  CompletableFuture<Answer> answer(ServedModel model, String id, Duration patience) {
    return answers.of(model.config()).await(id, patience);
  }
}
