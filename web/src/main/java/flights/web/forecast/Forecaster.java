package flights.web.forecast;

import flights.core.contract.Field;
import flights.core.contract.Series;
import flights.web.answers.Answer;
import flights.web.errors.Problem;
import flights.web.predictions.ModelAsking;
import flights.web.predictions.ModelRequest;
import flights.web.predictions.ServedModel;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Asks whoever serves a model for the next twelve months of a series, a request a month. What one
 * version has said of a series is kept for a while: the same is asked again for the table.
 */
final class Forecaster {

  static final int MONTHS = 12;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_KEPT = 500;

  private final ModelAsking asking;
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
    List<YearMonth> months = IntStream.rangeClosed(1, MONTHS).mapToObj(last::plusMonths).toList();
    List<ModelRequest> requests =
        months.stream().map(month -> request(model, values, month)).toList();
    List<CompletableFuture<Answer>> answers =
        requests.stream()
            .map(request -> asking.ask(model, request, PATIENCE).exceptionally(Forecaster::failed))
            .toList();
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(
            done -> told(model, months, answers.stream().map(CompletableFuture::join).toList()))
        .thenApply(forecast -> keep(key, forecast));
  }

  private Forecast keep(Key key, Forecast forecast) {
    if (forecast.trouble() == null) {
      synchronized (kept) {
        kept.put(key, forecast);
        if (kept.size() > MOST_KEPT) {
          kept.remove(kept.keySet().iterator().next());
        }
      }
    }
    return forecast;
  }

  /** What is asked beside the series and the month is as in the model's own example. */
  private static ModelRequest request(ServedModel model, List<String> values, YearMonth month) {
    Series series = model.config().series();
    Map<String, String> texts = new HashMap<>();
    model.config().example().forEach((field, value) -> texts.put(field, String.valueOf(value)));
    for (Field field : model.asked()) {
      if (field.from() != null) {
        texts.remove(field.from().field());
      }
    }
    for (int i = 0; i < values.size(); i++) {
      texts.put(series.by().get(i), values.get(i));
    }
    texts.put(series.year(), String.valueOf(month.getYear()));
    texts.put(series.month(), String.valueOf(month.getMonthValue()));
    ModelRequest request = ModelRequest.ofTexts(model, texts);
    if (!request.isGood()) {
      throw Problem.badFields(request.errors());
    }
    return request;
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
      } else {
        trouble = trouble(answer);
      }
    }
    return new Forecast(List.copyOf(told), unseen, trouble);
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
