package flights.web.forecast;

import java.util.List;

/**
 * What a model expects of months to come.
 *
 * @param months those that are answered
 * @param unseen names of fields whose value is new to the model
 * @param trouble why some or all months are missing; null when none is
 * @param lasting whether all of it was said by the version that was asked, which says the same
 *     again
 */
record Forecast(List<ForecastMonth> months, List<String> unseen, String trouble, boolean lasting) {

  static Forecast none(String trouble) {
    return new Forecast(List.of(), List.of(), trouble, false);
  }
}
