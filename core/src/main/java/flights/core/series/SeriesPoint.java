package flights.core.series;

/**
 * A month of a series.
 *
 * @param t such as 2024-03
 * @param v its number
 */
public record SeriesPoint(String t, double v) {}
