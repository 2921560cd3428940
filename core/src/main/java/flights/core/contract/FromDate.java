package flights.core.contract;

import java.io.Serializable;

/**
 * Where a number is taken from when a request does not tell it.
 *
 * @param field another field of the request, a date
 */
public record FromDate(String field, DatePart part) implements Serializable {}
