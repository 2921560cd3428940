package flights.web.forecast;

import flights.core.contract.Series;
import flights.web.answers.Answer;
import flights.web.errors.Problem;
import flights.web.predictions.ModelAsking;
import flights.web.predictions.ModelRequest;
import flights.web.predictions.ServedModel;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * Asks whoever serves a model for the next twelve months of a series, a request a month. What one
 * version has said of a series is kept for a while: the same is asked again for the table.
 */
final class Forecaster {

  static final int MONTHS = 12;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_KEPT = 500;

  /** Each is twelve requests: as many as a file of predictions has on its way. */
  private static final int MOST_AT_ONCE = 80;

  private static final String TOO_MANY =
      "Too many forecasts are asked for at the moment; please try again.";
  private static final String MODEL_VERSION = "ModelVersion";

  private final ModelAsking asking;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);
  private final Map<Key, Forecast> kept = new LinkedHashMap<>(16, 0.75f, true);

  Forecaster(ModelAsking asking) {
    this.asking = asking;
  }

  private record Key(String model, String version, List<String> values, YearMonth last) {}

  /**
   * Never fails for what is away: the forecast says so.
   *
   * @param values of the fields that tell series apart, in their order
   * @param last the month before the first that is asked for
   * @throws Problem when the model's contract does not take the values
   */
  CompletableFuture<Forecast> of(ServedModel model, List<String> values, YearMonth last) {
    Key key = new Key(model.name(), model.version(), values, last);
    synchronized (kept) {
      Forecast found = kept.get(key);
      if (found != null) {
        return CompletableFuture.completedFuture(found);
      }
    }
    if (model.away() != null) {
      return CompletableFuture.completedFuture(Forecast.none(model.away()));
    }
    if (!free.tryAcquire()) {
      return CompletableFuture.completedFuture(Forecast.none(TOO_MANY));
    }
    try {
      return ask(model, values, last)
          .whenComplete((forecast, failure) -> free.release())
          .thenApply(forecast -> keep(key, forecast));
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
  }

  private CompletableFuture<Forecast> ask(ServedModel model, List<String> values, YearMonth last) {
    List<YearMonth> months = IntStream.rangeClosed(1, MONTHS).mapToObj(last::plusMonths).toList();
    List<ModelRequest> requests = MonthRequests.of(model, values, months);
    List<CompletableFuture<Answer>> answers =
        requests.stream()
            .map(request -> asking.ask(model, request, PATIENCE).exceptionally(Forecaster::failed))
            .toList();
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(
            done -> told(model, months, answers.stream().map(CompletableFuture::join).toList()));
  }

  private Forecast keep(Key key, Forecast forecast) {
    if (forecast.lasting()) {
      synchronized (kept) {
        kept.put(key, forecast);
        if (kept.size() > MOST_KEPT) {
          kept.remove(kept.keySet().iterator().next());
        }
      }
    }
    return forecast;
  }

  private static Answer failed(Throwable failure) {
    return Answer.rejected(
        null,
        Problem.cause(failure) instanceof Problem problem
            ? problem.getMessage()
            : "The request was not sent.");
  }

  private static Forecast told(ServedModel model, List<YearMonth> months, List<Answer> answers) {
    Series series = model.config().series();
    List<ForecastMonth> told = new ArrayList<>();
    List<String> unseen = List.of();
    String trouble = null;
    boolean lasting = true;
    for (int i = 0; i < months.size(); i++) {
      Answer answer = answers.get(i);
      if (answer.status() == Answer.Status.OK) {
        Map<String, Object> fields = answer.fields();
        told.add(
            new ForecastMonth(
                months.get(i).toString(),
                null,
                number(fields, series.value()),
                number(fields, series.low()),
                number(fields, series.high())));
        unseen = unseen(model, fields);
        lasting &= model.version().equals(fields.get(MODEL_VERSION));
      } else {
        trouble = trouble(answer);
        lasting = false;
      }
    }
    return new Forecast(List.copyOf(told), unseen, trouble, lasting);
  }

  private static String trouble(Answer answer) {
    return answer.status() == Answer.Status.ERROR
        ? answer.message()
        : "The predictor has not answered within "
            + PATIENCE.toSeconds()
            + " seconds; ./flights status tells how it is.";
  }

  private static List<String> unseen(ServedModel model, Map<String, Object> fields) {
    boolean isKnown = model.card() != null && model.card().answer() != null;
    Object names = isKnown ? fields.get(model.card().answer().unseen()) : null;
    return names instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static Double number(Map<String, Object> fields, String name) {
    return name != null && fields.get(name) instanceof Number number ? number.doubleValue() : null;
  }
}
