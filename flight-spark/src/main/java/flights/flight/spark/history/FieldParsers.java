package flights.flight.spark.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the texts of flight history mean. */
final class FieldParsers {

  /** The meaning of a text that makes no sense. */
  static final Object NONSENSE = new Object();

  private static final Set<String> NO_TAIL = Set.of("UNKNOW", "UNKNOWN");
  private static final Pattern TAIL = Pattern.compile("(?!0+$)[A-Z0-9]{2,7}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}");

  private FieldParsers() {}

  /** The text itself where it is of this form. */
  static Function<String, Object> text(String form) {
    Pattern pattern = Pattern.compile(form);
    return text -> pattern.matcher(text).matches() ? text : NONSENSE;
  }

  /** A number within these bounds, both included. */
  static Function<String, Object> number(double least, double most) {
    return text -> {
      try {
        double value = Double.parseDouble(text);
        return value >= least && value <= most ? (Object) value : NONSENSE;
      } catch (NumberFormatException e) {
        return NONSENSE;
      }
    };
  }

  /** A number; unknown where it is outside these bounds. */
  static Function<String, Object> numberIfWithin(double least, double most) {
    Function<String, Object> finite = number(-Double.MAX_VALUE, Double.MAX_VALUE);
    return text ->
        finite.apply(text) instanceof Double value
            ? (value >= least && value <= most ? value : null)
            : NONSENSE;
  }

  static Object flightNumber(String text) {
    boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.toString(Integer.parseInt(text)) : NONSENSE;
  }

  /** Never nonsense: old data has much here that is no tail number. */
  static Object tailNumber(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    return TAIL.matcher(upper).matches() && !NO_TAIL.contains(upper) ? upper : null;
  }

  /** Days since 1970 of a date, or of an instant in UTC. */
  static Object day(String text) {
    try {
      LocalDate date = text.indexOf('T') > 0 ? utc(text).toLocalDate() : date(text);
      boolean possible = date.getYear() >= 1987 && date.getYear() <= 2100;
      return possible ? (Object) Math.toIntExact(date.toEpochDay()) : NONSENSE;
    } catch (DateTimeException e) {
      return NONSENSE;
    }
  }

  /** Hour and minute as hhmm; midnight is 0. */
  static Object clock(String text) {
    try {
      if (text.indexOf('T') > 0) {
        return utc(text).getHour() * 100 + utc(text).getMinute();
      }
      double hhmm = Double.parseDouble(text);
      boolean possible = hhmm >= 0 && hhmm <= 2400 && hhmm % 1 == 0 && hhmm % 100 < 60;
      return possible ? (Object) ((int) hhmm % 2400) : NONSENSE;
    } catch (DateTimeException | NumberFormatException e) {
      return NONSENSE;
    }
  }

  private static LocalDate date(String text) {
    if (!DATE.matcher(text).matches()) {
      throw new DateTimeException(text);
    }
    int second = text.lastIndexOf('-');
    return LocalDate.of(
        Integer.parseInt(text.substring(0, 4)),
        Integer.parseInt(text.substring(5, second)),
        Integer.parseInt(text.substring(second + 1)));
  }

  /**
   * The book's file has local dates and times that pass for UTC, written in the zone of the machine
   * that made it: as instants they are right.
   */
  private static OffsetDateTime utc(String text) {
    return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
  }
}
