package flights.web.flight.form;

import flights.flight.FlightRequest;
import flights.flight.Prediction;
import flights.web.answers.Answer;
import flights.web.answers.Answers;
import flights.web.answers.PollParams;
import flights.web.answers.Unanswered;
import flights.web.errors.Problem;
import flights.web.flight.explore.RouteFacts;
import flights.web.flight.reference.Reference;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One prediction as a page, which comes again by itself until the predictor has answered. */
final class PredictionPage {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Answers answers;
  private final Reference reference;
  private final RouteFacts facts;
  private final Clock clock;
  private final Summaries summaries;

  PredictionPage(
      Answers answers, Reference reference, RouteFacts facts, Clock clock, Summaries summaries) {
    this.answers = answers;
    this.reference = reference;
    this.facts = facts;
    this.clock = clock;
    this.summaries = summaries;
  }

  void show(Context ctx) {
    String id = PollParams.of(ctx, Duration.ZERO).id();
    ctx.future(() -> answers.await(id, PATIENCE).thenAccept(answer -> render(ctx, answer)));
  }

  private void render(Context ctx, Answer answer) {
    switch (answer.status()) {
      case OK -> ctx.render("prediction.html", predicted(answer.prediction(Prediction.class)));
      case ERROR -> ctx.render("rejected.html", Map.of("reason", answer.message()));
      case WAIT -> unanswered(ctx, Unanswered.of(answer.id(), clock));
    }
  }

  private static void unanswered(Context ctx, Unanswered request) {
    ctx.status(request.isKnown() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
        .render("waiting.html", Map.of("request", request));
  }

  private Map<String, Object> predicted(Prediction prediction) {
    Map<String, Object> model = new HashMap<>();
    model.put("view", PredictionView.of(prediction, summaries.of(prediction), reference.data()));
    FlightRequest asked = prediction.request();
    try {
      model.putAll(facts.about(asked.origin(), asked.dest(), asked.carrier(), asked.flightNum()));
      model.put("facts", true);
    } catch (Problem e) {
      // The prediction came by Kafka; without the store its page shows no history.
      model.put("facts", false);
    }
    return model;
  }
}
