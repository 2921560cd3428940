package flights.web.forecast;

import flights.core.store.Store;
import flights.web.predictions.ModelAsking;
import io.javalin.config.RoutesConfig;
import java.util.function.Supplier;

/** The addresses of forecasts. */
public final class ForecastRoutes {

  private final ForecastPage page;

  public ForecastRoutes(Supplier<Store> store, ModelAsking asking) {
    page = new ForecastPage(asking, new StoredSeries(store));
  }

  public void routes(RoutesConfig routes) {
    routes.get("/models/{name}/forecast", page::show);
    routes.get("/models/{name}/forecast.csv", page::csv);
    routes.get("/parts/forecast/{name}", page::part);
  }
}
