package flights.web.predictions;

import flights.core.contract.FieldError;
import flights.web.answers.Answer;
import flights.web.answers.FormFields;
import flights.web.answers.PollParams;
import flights.web.answers.Unanswered;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** The form of any model, made from its contract, and the page of an answer. */
final class PredictPage {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final ModelAsking asking;
  private final Clock clock;

  PredictPage(ModelAsking asking, Clock clock) {
    this.asking = asking;
    this.clock = clock;
  }

  /** Filled in with the model's own example, or with what the address says. */
  void show(Context ctx) {
    ServedModel model = asking.model(ctx.pathParam("name"));
    Map<String, String> texts = new HashMap<>();
    model.config().example().forEach((name, value) -> texts.put(name, String.valueOf(value)));
    ctx.queryParamMap().forEach((name, values) -> texts.put(name, values.get(0)));
    render(ctx, model, texts, List.of());
  }

  /** Leads to the answer's page; a script gets the answer alone, as a part of the page. */
  void submit(Context ctx) {
    ServedModel model = asking.model(ctx.pathParam("name"));
    Map<String, String> texts = FormFields.of(ctx);
    ModelRequest request = ModelRequest.ofTexts(model, texts);
    if (!request.isGood()) {
      refuse(ctx.status(400), model, texts, request.errors());
    } else if (model.away() != null) {
      refuse(ctx.status(503), model, texts, List.of(new FieldError(null, model.away())));
    } else {
      ctx.future(
          () ->
              asking
                  .ask(model, request, isPart(ctx) ? PollParams.MAX_PATIENCE : PATIENCE)
                  .thenAccept(answer -> answered(ctx, model, answer))
                  .exceptionally(failure -> failed(ctx, model, texts, failure)));
    }
  }

  void answer(Context ctx) {
    ServedModel model = asking.model(ctx.pathParam("name"));
    String id = PollParams.of(ctx, Duration.ZERO).id();
    ctx.future(
        () -> asking.answer(model, id, PATIENCE).thenAccept(answer -> show(ctx, model, answer)));
  }

  private void show(Context ctx, ServedModel model, Answer answer) {
    Map<String, Object> told = told(model, answer);
    if (answer.status() == Answer.Status.WAIT) {
      Unanswered request = Unanswered.of(answer.id(), clock);
      told.put("request", request);
      ctx.status(request.isKnown() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }
    ctx.render("model-answer.html", told);
  }

  private static boolean isPart(Context ctx) {
    String part = ctx.queryParam("part");
    return part != null && !part.isEmpty();
  }

  private static void answered(Context ctx, ServedModel model, Answer answer) {
    if (isPart(ctx)) {
      ctx.render("part-answer.html", told(model, answer));
    } else {
      ctx.redirect("/models/" + model.name() + "/predictions/" + answer.id(), HttpStatus.SEE_OTHER);
    }
  }

  private static Void failed(
      Context ctx, ServedModel model, Map<String, String> texts, Throwable failure) {
    Throwable cause = Problem.cause(failure);
    if (!(cause instanceof Problem problem)) {
      throw new CompletionException(cause);
    }
    refuse(ctx.status(problem.status()), model, texts, problem.errors());
    return null;
  }

  private static void refuse(
      Context ctx, ServedModel model, Map<String, String> texts, List<FieldError> errors) {
    if (isPart(ctx)) {
      ctx.render("part-answer.html", Map.of("model", model, "errors", errors));
    } else {
      render(ctx, model, texts, errors);
    }
  }

  private static Map<String, Object> told(ServedModel model, Answer answer) {
    Map<String, Object> told = new HashMap<>();
    told.put("model", model);
    told.put("answer", answer);
    if (answer.status() == Answer.Status.OK) {
      told.put("view", AnswerView.of(model, answer));
    }
    return told;
  }

  private static void render(
      Context ctx, ServedModel model, Map<String, String> texts, List<FieldError> errors) {
    List<FieldView> fields =
        model.asked().stream()
            .map(
                field ->
                    FieldView.of(
                        field,
                        texts.getOrDefault(field.name(), ""),
                        errors.stream()
                            .filter(error -> field.name().equals(error.field()))
                            .map(FieldError::message)
                            .findFirst()
                            .orElse(null)))
            .toList();
    ctx.render(
        "model-predict.html",
        Map.of(
            "model", model,
            "fields", fields,
            "trouble", errors.stream().filter(error -> error.field() == null).toList()));
  }
}
