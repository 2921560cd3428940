package flights.web.streams;

import flights.web.pages.Say;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** The values of results as people read them. */
public final class ResultWords {

  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

  private final Say say = new Say();

  /** Bounded in length; times as elsewhere, also where a connector has written them as text. */
  public String text(Object value) {
    if (value instanceof Instant instant) {
      return say.moment(instant);
    }
    if (value instanceof Double || value instanceof Float) {
      return say.number((Number) value);
    }
    return value instanceof String text && INSTANT.matcher(text).matches()
        ? moment(text)
        : ResultValues.text(value);
  }

  public boolean isNumber(Object value) {
    return value instanceof Number;
  }

  private String moment(String text) {
    try {
      return say.moment(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return text;
    }
  }
}
