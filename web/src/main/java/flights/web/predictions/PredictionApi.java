package flights.web.predictions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import flights.core.json.Json;
import flights.web.answers.Answer;
import flights.web.answers.AnswerCalls;
import flights.web.answers.PollParams;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Predictions of any model for programs: one, several, or a file of them. */
final class PredictionApi {

  /** In an array; a file may have more. */
  private static final int MOST = 1_000;

  private static final ObjectReader JSON =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final ModelAsking asking;
  private final PredictionFiles files;

  PredictionApi(ModelAsking asking) {
    this.asking = asking;
    this.files = new PredictionFiles(asking);
  }

  void ask(Context ctx) throws IOException {
    ServedModel model = asking.served(ctx.pathParam("name"));
    Duration patience = PollParams.patience(ctx, Duration.ZERO);
    if (ctx.isMultipartFormData() || isCsv(ctx.contentType())) {
      files.answer(ctx, model);
      return;
    }
    if (!ctx.isJson()) {
      throw Problem.unsupportedType("The body must be application/json or text/csv.");
    }
    JsonNode body = body(ctx);
    if (body.isArray()) {
      askAll(ctx, model, body, patience);
    } else {
      ModelRequest request = ModelRequest.ofJson(model, body);
      if (!request.isGood()) {
        throw Problem.badFields(request.errors());
      }
      ctx.future(
          () ->
              asking.ask(model, request, patience).thenAccept(answer -> ctx.json(Told.of(answer))));
    }
  }

  /** One answer each, in their order; one that is rejected does not hold up the others. */
  private void askAll(Context ctx, ServedModel model, JsonNode body, Duration patience) {
    if (body.size() > MOST) {
      throw Problem.tooLarge(
          "An array may have " + MOST + " requests; send more of them as text/csv.");
    }
    List<CompletableFuture<Told>> all = new ArrayList<>();
    for (JsonNode each : body) {
      ModelRequest request = ModelRequest.ofJson(model, each);
      all.add(
          request.isGood()
              ? asking
                  .ask(model, request, patience)
                  .thenApply(Told::of)
                  .exceptionally(failure -> Told.refused(request.id(), failure))
              : CompletableFuture.completedFuture(Told.of(Answer.rejected(null, request.error()))));
    }
    ctx.future(
        () ->
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .thenAccept(done -> ctx.json(all.stream().map(CompletableFuture::join).toList())));
  }

  void answer(Context ctx) {
    AnswerCalls.json(ctx, answers(ctx));
  }

  void events(Context ctx) throws IOException {
    AnswerCalls.event(ctx, answers(ctx));
  }

  private AnswerCalls.Source answers(Context ctx) {
    ServedModel model = asking.model(ctx.pathParam("name"));
    return (id, patience) -> asking.answer(model, id, patience);
  }

  static boolean isCsv(String type) {
    return type != null && type.startsWith("text/csv");
  }

  private static JsonNode body(Context ctx) {
    try {
      return JSON.readTree(ctx.bodyAsBytes());
    } catch (JsonProcessingException e) {
      throw Problem.badRequest("The body must be a JSON object, or an array of them.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * As the flights' address tells it: what is accepted is OK, whether it is answered yet or not.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Told(String status, String id, Object prediction, String message) {

    static Told of(Answer answer) {
      return new Told(
          answer.status() == Answer.Status.ERROR ? "ERROR" : "OK",
          answer.id(),
          answer.prediction(),
          answer.message());
    }

    static Told refused(String id, Throwable failure) {
      Throwable cause = Problem.cause(failure);
      return of(
          Answer.rejected(
              id, cause instanceof Problem ? cause.getMessage() : "The request was not sent."));
    }
  }
}
