package flights.web.forecast;

/**
 * A month of a series.
 *
 * @param month such as 2024-03
 * @param actual null when the version has not learnt from it
 * @param forecast null when there is none
 * @param low null when the answer has no range
 */
public record ForecastMonth(
    String month, Double actual, Double forecast, Double low, Double high) {}
