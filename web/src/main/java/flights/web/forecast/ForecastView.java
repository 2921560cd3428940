package flights.web.forecast;

import flights.core.series.SeriesPoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The history and the forecast of a series, as the page shows them.
 *
 * @param choices the fields that tell series apart, in their order
 * @param months all that are drawn, from the first to the last
 * @param coming those of the forecast
 * @param unseen labels of what is new to the version
 * @param trouble why there is no forecast, or not all of it; null when there is
 */
public record ForecastView(
    List<SeriesChoice> choices,
    List<ForecastMonth> months,
    List<ForecastMonth> coming,
    List<String> unseen,
    String trouble) {

  /** More are too thin to be seen. */
  private static final int MOST_DRAWN = 48;

  private static final int MOST_DIGITS = 4;

  static ForecastView of(List<SeriesChoice> choices, List<SeriesPoint> points, Forecast forecast) {
    List<ForecastMonth> months = new ArrayList<>();
    points.stream()
        .skip(Math.max(0, points.size() - MOST_DRAWN))
        .forEach(it -> months.add(new ForecastMonth(it.t(), it.v(), null, null, null)));
    months.addAll(forecast.months());
    return new ForecastView(
        choices,
        months,
        forecast.months(),
        choices.stream()
            .filter(it -> forecast.unseen().contains(it.field()))
            .map(it -> it.field() + " " + it.value())
            .toList(),
        forecast.trouble());
  }

  /** Whether the answers have a range. */
  public boolean isRanged() {
    return coming.stream().anyMatch(it -> it.low() != null && it.high() != null);
  }

  /** What was there a year before a month; null when that is not known. */
  public Double before(ForecastMonth month) {
    String year = String.valueOf(Integer.parseInt(month.month().substring(0, 4)) - 1);
    String wanted = year + month.month().substring(4);
    return months.stream()
        .filter(it -> it.month().equals(wanted))
        .map(ForecastMonth::actual)
        .findFirst()
        .orElse(null);
  }

  /** What the series is called. */
  public String title() {
    return String.join(" · ", choices.stream().map(SeriesChoice::label).toList());
  }

  /** The parameters of its address. */
  public String query() {
    return choices.stream()
        .map(it -> encoded(it.field()) + "=" + encoded(it.value()))
        .collect(Collectors.joining("&"));
  }

  /** All with as many decimals; empty for none. */
  public String number(Double number) {
    return number == null
        ? ""
        : String.format(Locale.US, "%,." + decimals() + "f", number).replace('-', '\u2212');
  }

  /** So many that the largest number has four digits; none where all are whole. */
  private int decimals() {
    double largest = numbers().map(Math::abs).reduce(0.0, Math::max);
    boolean whole = numbers().allMatch(it -> it == Math.rint(it));
    int before = largest < 1 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
    return whole ? 0 : Math.max(0, MOST_DIGITS - before);
  }

  private Stream<Double> numbers() {
    return months.stream()
        .flatMap(it -> Stream.of(it.actual(), it.forecast(), it.low(), it.high()))
        .filter(Objects::nonNull);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
