package flights.web.flight.batch;

/**
 * A line of an uploaded file that could not be used, and why.
 *
 * @param line counted from 1, the header included
 */
public record BadRow(long line, String reason) {}
