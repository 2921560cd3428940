package flights.web.predict;

import flights.web.errors.Wants;
import flights.web.reference.Reference;
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

  public PredictRoutes(Clock clock, Reference reference, RequestSender sender, Answers answers) {
    this.api = new RealtimeApi(clock, reference, sender, answers);
    this.form = new FormPage(api, reference, clock);
    this.prediction = new PredictionPage(answers, reference);
  }

  public void routes(RoutesConfig routes) {
    routes.get("/", ctx -> ctx.redirect(FORM));
    routes.get(FORM, form::show);
    routes.post(CLASSIFY, this::classify);
    routes.get(CLASSIFY + "/response/{uuid}", api::response);
    routes.get(CLASSIFY + "/response/{uuid}/events", api::events);
    routes.get("/predictions/{uuid}", prediction::show);
  }

  private void classify(Context ctx) {
    if (Wants.page(ctx)) {
      form.submit(ctx);
    } else {
      api.classify(ctx);
    }
  }
}
