package flights.web.forecast;

import flights.core.contract.Series;
import flights.core.series.SeriesPoint;
import flights.web.errors.Problem;
import flights.web.predictions.ModelAsking;
import flights.web.predictions.ServedModel;
import io.javalin.http.Context;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The page of a model's series: which one is looked at stands in the address. */
final class ForecastPage {

  private final ModelAsking asking;
  private final StoredSeries stored;
  private final Forecaster forecaster;

  ForecastPage(ModelAsking asking, StoredSeries stored) {
    this.asking = asking;
    this.stored = stored;
    this.forecaster = new Forecaster(asking);
  }

  void show(Context ctx) {
    ServedModel model = model(ctx);
    Optional<VersionSeries> series = stored.of(model);
    Map<String, Object> page = new HashMap<>(Map.of("model", model));
    if (series.isEmpty()) {
      ctx.render("model-forecast.html", page);
      return;
    }
    ctx.future(
        () ->
            view(ctx, model, series.get())
                .thenAccept(
                    view -> {
                      page.put("view", view);
                      ctx.render("model-forecast.html", page);
                    }));
  }

  /** What changes of the page, which asks again while a part of the forecast is missing. */
  void part(Context ctx) {
    ServedModel model = model(ctx);
    VersionSeries series = required(model);
    ctx.future(
        () ->
            view(ctx, model, series)
                .thenAccept(
                    view -> {
                      if (view.trouble() == null) {
                        ctx.header("X-Finished", "true");
                      }
                      ctx.render("part-forecast.html", Map.of("model", model, "view", view));
                    }));
  }

  void csv(Context ctx) {
    ServedModel model = model(ctx);
    VersionSeries series = required(model);
    ctx.future(
        () -> view(ctx, model, series).thenAccept(view -> new ForecastCsv(model, view).write(ctx)));
  }

  private VersionSeries required(ServedModel model) {
    return stored.of(model).orElseThrow(() -> Problem.notFound(unknown(model)));
  }

  /** Why nothing can be drawn, with the way out. */
  private static String unknown(ServedModel model) {
    return "The store has no history of "
        + model.name()
        + " "
        + model.version()
        + ": ./flights train "
        + model.name()
        + " writes one.";
  }

  private ServedModel model(Context ctx) {
    ServedModel model = asking.model(ctx.pathParam("name"));
    if (model.config().series() == null) {
      throw Problem.notFound(
          "%s %s has no series, so there is nothing to forecast: /models/%s/predict asks it."
              .formatted(model.name(), model.version(), model.name()));
    }
    return model;
  }

  private CompletableFuture<ForecastView> view(
      Context ctx, ServedModel model, VersionSeries series) {
    Series contract = model.config().series();
    List<SeriesChoice> choices =
        contract.by().stream()
            .map(field -> SeriesChoice.of(series, field, chosen(ctx, series, field)))
            .toList();
    List<String> values = choices.stream().map(SeriesChoice::value).toList();
    List<SeriesPoint> points = stored.points(model, values);
    YearMonth last = YearMonth.parse(series.summary().last());
    return forecaster
        .of(model, values, last)
        .thenApply(forecast -> ForecastView.of(choices, points, forecast));
  }

  /** The first series where the address does not say another. */
  private static String chosen(Context ctx, VersionSeries series, String field) {
    String typed = ctx.queryParam(field);
    return typed == null || typed.isBlank()
        ? series.summary().first().getOrDefault(field, "")
        : series.value(field, typed.strip());
  }
}
