package flights.core.card;

/**
 * How well one class is found. A ratio over no rows at all is 0.
 *
 * @param rows that truly are of this class
 */
public record ClassScore(String name, long rows, double precision, double recall, double f1) {}
