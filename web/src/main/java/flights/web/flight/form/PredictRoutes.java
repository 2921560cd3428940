package flights.web.flight.form;

import flights.web.answers.Answers;
import flights.web.answers.RequestSender;
import flights.web.errors.Wants;
import flights.web.flight.explore.RouteFacts;
import flights.web.flight.reference.AirportOptions;
import flights.web.flight.reference.LearntByVersion;
import flights.web.flight.reference.Reference;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;

/** The addresses of real-time prediction. */
public final class PredictRoutes {

  private static final String FORM = "/flights/delays/predict_kafka";
  private static final String CLASSIFY = "/flights/delays/predict/classify_realtime";

  private final RealtimeApi api;
  private final FormPage form;
  private final PredictionPage prediction;
  private final PageParts parts;

  public PredictRoutes(
      Clock clock,
      Reference reference,
      AirportOptions airports,
      RequestSender sender,
      Answers answers,
      RouteFacts facts,
      LearntByVersion learnt) {
    Summaries summaries = new Summaries(learnt);
    this.api = new RealtimeApi(clock, reference, sender, answers, summaries);
    this.parts = new PageParts(answers, reference, facts, summaries);
    this.form = new FormPage(api, reference, airports, clock, parts);
    this.prediction = new PredictionPage(answers, reference, facts, clock, summaries);
  }

  public void routes(RoutesConfig routes) {
    routes.get(FORM, form::show);
    routes.post(CLASSIFY, this::classify);
    routes.get(CLASSIFY + "/response/{uuid}", api::response);
    routes.get(CLASSIFY + "/response/{uuid}/events", api::events);
    routes.get("/predictions/{uuid}", prediction::show);
    routes.get("/parts/route", parts::route);
    routes.get("/parts/recent", parts::recent);
  }

  private void classify(Context ctx) {
    if (Wants.page(ctx)) {
      form.submit(ctx);
    } else {
      api.classify(ctx);
    }
  }
}
