package flights.web.flight.batch;

import flights.web.answers.RequestSender;
import flights.web.answers.StoredAnswers;
import flights.web.backends.Backends;
import flights.web.flight.form.FlightAnswers;
import flights.web.flight.reference.AirportOptions;
import flights.web.flight.reference.Reference;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/** The addresses of predicting many flights. */
public final class BatchRoutes {

  static final String PAGE = "/flights/delays/predict_batch";
  static final String RESULTS = PAGE + "/results/";

  private final TaskPages tasks;
  private final Upload upload;
  private final BatchPage batch;

  public BatchRoutes(
      Backends backends,
      RequestSender sender,
      Reference reference,
      AirportOptions airports,
      Clock clock) {
    Batches batches = new Batches(backends::store);
    tasks = new TaskPages(new Tasks(backends::store, reference, clock), reference, airports, clock);
    upload = new Upload(batches, sender, reference, clock);
    batch =
        new BatchPage(
            batches,
            new BatchResults(batches, new StoredAnswers(backends::store, FlightAnswers.SOURCE)));
  }

  public void routes(RoutesConfig routes) {
    routes.get(PAGE, tasks::show);
    routes.post("/flights/delays/predict/classify", tasks::submit);
    routes.get(RESULTS + "{date}", tasks::results);
    routes.post(PAGE, upload::handle);
    routes.get(PAGE + "/{id}", batch::show);
    routes.get(PAGE + "/{id}/results.csv", batch::csv);
    routes.get("/parts/batch/{id}", batch::part);
  }
}
