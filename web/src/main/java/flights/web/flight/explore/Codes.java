package flights.web.flight.explore;

import flights.core.contract.FieldError;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads codes and dates in addresses; throws {@link Problem} when they cannot be any. */
final class Codes {

  private static final Pattern AIRPORT = Pattern.compile("[A-Z0-9]{3,4}");
  private static final Pattern CARRIER = Pattern.compile("[A-Z0-9]{2,3}( \\(\\d\\))?");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
  private static final Pattern TAIL = Pattern.compile("[A-Z0-9-]{1,10}");

  private static final int ISO_LENGTH = "2013-07-04".length();

  private Codes() {}

  static String airport(String field, String text) {
    return matching(AIRPORT, field, text, "must be an airport's three-letter code, such as JFK");
  }

  static String carrier(String text) {
    return matching(CARRIER, "Carrier", text, "must be an airline's code, such as AA");
  }

  static String tail(String text) {
    return matching(TAIL, "TailNum", text, "must be a tail number, such as N14228");
  }

  static String flightNum(String text) {
    return matching(NUMBER, "FlightNum", text, "must be a number from 1 to 9999");
  }

  static LocalDate date(String text) {
    String date = text == null ? "" : text.strip();
    try {
      // A year of more digits has no day before or after it.
      return LocalDate.parse(date.length() == ISO_LENGTH ? date : "");
    } catch (DateTimeParseException e) {
      throw bad("FlightDate", "must be a date such as 2013-07-04");
    }
  }

  /**
   * What a parameter says; null when it is missing or empty. Throws {@link Problem} when the reader
   * cannot use it.
   */
  static <T> T given(Context ctx, String parameter, Function<String, T> reader) {
    String text = ctx.queryParam(parameter);
    return text == null || text.isBlank() ? null : reader.apply(text);
  }

  static Problem bad(String field, String message) {
    return Problem.badFields(List.of(new FieldError(field, message)));
  }

  private static String matching(Pattern pattern, String field, String text, String expected) {
    String upper = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    if (!pattern.matcher(upper).matches()) {
      throw bad(field, expected);
    }
    return upper;
  }
}
