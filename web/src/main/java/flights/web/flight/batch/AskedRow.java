package flights.web.flight.batch;

/**
 * A line of an uploaded file that was sent as a request.
 *
 * @param line counted from 1, the header included
 * @param id the request's
 */
public record AskedRow(long line, String id) {}
