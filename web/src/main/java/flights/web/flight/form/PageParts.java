package flights.web.flight.form;

import flights.flight.FlightFormReader;
import flights.flight.Prediction;
import flights.web.answers.Answers;
import flights.web.errors.Problem;
import flights.web.flight.explore.RouteFacts;
import flights.web.flight.reference.Reference;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Pieces of the form page that its script fetches. */
final class PageParts {

  private final Answers answers;
  private final Reference reference;
  private final RouteFacts facts;
  private final Summaries summaries;

  PageParts(Answers answers, Reference reference, RouteFacts facts, Summaries summaries) {
    this.answers = answers;
    this.reference = reference;
    this.facts = facts;
    this.summaries = summaries;
  }

  /** The map and the history of the flight that the parameters name. */
  void route(Context ctx) {
    ctx.render(
        "part-route.html",
        facts.about(
            code(ctx, "Origin", FlightFormReader.AIRPORT),
            code(ctx, "Dest", FlightFormReader.AIRPORT),
            ctx.queryParam("Carrier"),
            ctx.queryParam("FlightNum")));
  }

  void recent(Context ctx) {
    ctx.render("part-recent.html", Map.of("recent", recentViews()));
  }

  List<PredictionView> recentViews() {
    return answers.recent(Prediction.class).stream()
        .map(it -> PredictionView.of(it, summaries.of(it), reference.data()))
        .toList();
  }

  private static String code(Context ctx, String name, java.util.regex.Pattern expected) {
    String text = ctx.queryParam(name);
    if (text == null || !expected.matcher(text).matches()) {
      throw Problem.badRequest(name + " must be an airport's three-letter code, such as JFK");
    }
    return text;
  }
}
