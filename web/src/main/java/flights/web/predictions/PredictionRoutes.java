package flights.web.predictions;

import flights.web.answers.RequestSender;
import flights.web.backends.Backends;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.util.concurrent.Executor;

/** The addresses of predictions of any model. */
public final class PredictionRoutes implements AutoCloseable {

  private static final String API = "/api/models/{name}/predictions";

  private final ModelAnswers answers;
  private final ModelAsking asking;
  private final PredictionApi api;
  private final PredictPage page;

  public PredictionRoutes(Backends backends, RequestSender sender, Executor executor, Clock clock) {
    answers = new ModelAnswers(backends, executor);
    asking = new ModelAsking(new ServedModels(backends::store, clock), answers, sender);
    api = new PredictionApi(asking);
    page = new PredictPage(asking, clock);
  }

  public void routes(RoutesConfig routes) {
    routes.post(API, api::ask);
    routes.post("/models/{name}/predictions", api::ask);
    routes.get(API + "/{uuid}", api::answer);
    routes.get(API + "/{uuid}/events", api::events);
    routes.get("/models/{name}/predict", page::show);
    routes.post("/models/{name}/predict", page::submit);
    routes.get("/models/{name}/predictions/{uuid}", page::answer);
  }

  /** For other pages that ask models. */
  public ModelAsking asking() {
    return asking;
  }

  @Override
  public void close() {
    answers.close();
  }
}
