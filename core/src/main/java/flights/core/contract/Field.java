package flights.core.contract;

import java.io.Serializable;

/**
 * One field of a request.
 *
 * @param min smallest number, or least characters of a text; null for no bound
 * @param max largest number, or most characters of a text; null for no bound
 * @param from what tells it when the request does not; null for nothing
 */
public record Field(
    String name, FieldType type, boolean required, Double min, Double max, FromDate from)
    implements Serializable {

  static final int MOST_CHARACTERS = 10_000;

  public static Field required(String name, FieldType type) {
    return new Field(name, type, true, null, null, null);
  }

  public static Field optional(String name, FieldType type) {
    return new Field(name, type, false, null, null, null);
  }

  public Field between(double least, double most) {
    return new Field(name, type, required, least, most, from);
  }

  /** The same, taken from a date when a request has only that. */
  public Field from(String date, DatePart part) {
    return new Field(name, type, required, min, max, new FromDate(date, part));
  }

  /** What is wrong with a value of this field's type, or null when nothing is. */
  String fault(Object value) {
    if (value instanceof Number number) {
      return outside(number.doubleValue())
          ? "is " + number + ", outside " + min + " to " + max
          : null;
    }
    if (value instanceof String text) {
      return outside(text.length()) || text.length() > MOST_CHARACTERS
          ? "has " + text.length() + " characters, too few or too many"
          : null;
    }
    return null;
  }

  private boolean outside(double size) {
    return (min != null && size < min) || (max != null && size > max);
  }
}
