package flights.web.predict;

import flights.web.reference.Reference;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Map;

/** One prediction as a page, which comes again by itself until the predictor has answered. */
final class PredictionPage {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Answers answers;
  private final Reference reference;

  PredictionPage(Answers answers, Reference reference) {
    this.answers = answers;
    this.reference = reference;
  }

  void show(Context ctx) {
    String id = PollParams.of(ctx, Duration.ZERO).id();
    ctx.future(() -> answers.await(id, PATIENCE).thenAccept(answer -> render(ctx, answer)));
  }

  private void render(Context ctx, Answer answer) {
    switch (answer.status()) {
      case OK ->
          ctx.render(
              "prediction.html",
              Map.of("view", PredictionView.of(answer.prediction(), reference.data())));
      case ERROR -> ctx.render("rejected.html", Map.of("reason", answer.message()));
      case WAIT -> ctx.render("waiting.html", Map.of("id", answer.id()));
    }
  }
}
