package flights.web.forecast;

import flights.core.contract.Field;
import flights.core.contract.Series;
import flights.web.errors.Problem;
import flights.web.predictions.ModelRequest;
import flights.web.predictions.ServedModel;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a model is asked for months of a series. */
final class MonthRequests {

  private MonthRequests() {}

  /**
   * One a month. What is asked beside the series and the month is as in the model's own example.
   *
   * @param values of the fields that tell series apart, in their order
   * @throws Problem when the model's contract does not take the values
   */
  static List<ModelRequest> of(ServedModel model, List<String> values, List<YearMonth> months) {
    Map<String, String> texts = example(model);
    Series series = model.config().series();
    for (int i = 0; i < values.size(); i++) {
      texts.put(series.by().get(i), values.get(i));
    }
    return months.stream()
        .map(
            month -> {
              texts.put(series.year(), String.valueOf(month.getYear()));
              texts.put(series.month(), String.valueOf(month.getMonthValue()));
              return good(ModelRequest.ofTexts(model, texts));
            })
        .toList();
  }

  /** Without the dates that would tell another month. */
  private static Map<String, String> example(ServedModel model) {
    Map<String, String> texts = new HashMap<>();
    model.config().example().forEach((field, value) -> texts.put(field, String.valueOf(value)));
    for (Field field : model.asked()) {
      if (field.from() != null) {
        texts.remove(field.from().field());
      }
    }
    return texts;
  }

  private static ModelRequest good(ModelRequest request) {
    if (!request.isGood()) {
      throw Problem.badFields(request.errors());
    }
    return request;
  }
}
