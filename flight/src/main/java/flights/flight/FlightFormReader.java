package flights.flight;

import flights.core.contract.BadFormException;
import flights.core.contract.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads a {@link FlightForm} from named texts, and says of every field what is wrong with it. */
public final class FlightFormReader {

  public static final double MIN_DEP_DELAY = FlightPipeline.limit("DepDelay", "min");
  public static final double MAX_DEP_DELAY = FlightPipeline.limit("DepDelay", "max");
  public static final LocalDate FIRST_DATE = LocalDate.of(1987, 10, 1);

  // Made once: to make it for each request took a twentieth of the web server's time.
  private static final String DEP_DELAY =
      String.format(Locale.ROOT, "must be minutes from %.0f to %.0f", MIN_DEP_DELAY, MAX_DEP_DELAY);

  /** What the code of an airport looks like. */
  public static final Pattern AIRPORT = Pattern.compile("[A-Z]{3}");

  private static final int MIDNIGHT = 2400;
  private static final Pattern CARRIER = Pattern.compile("[A-Z0-9]{2,3}( \\(\\d\\))?");
  private static final Pattern FLIGHT_NUM = Pattern.compile("\\d{1,4}");
  private static final Pattern MINUTES = Pattern.compile("[+-]?\\d{1,4}(\\.\\d{1,9})?");

  private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):?[0-5]\\d|24:?00");

  private final Clock clock;
  private final Supplier<? extends AirportCheck> airports;

  /** Asks for the check each time, as the airports that are known may change. */
  public FlightFormReader(Clock clock, Supplier<? extends AirportCheck> airports) {
    this.clock = clock;
    this.airports = airports;
  }

  /** Throws {@link BadFormException} with every field that cannot be used. */
  public FlightForm read(Map<String, String> fields) {
    Fields reading = new Fields(fields);
    FlightForm form =
        new FlightForm(
            reading.required("Carrier", FlightFormReader::carrier),
            reading.optional("FlightNum", FlightFormReader::flightNum),
            reading.required("FlightDate", this::flightDate),
            reading.required("Origin", this::airport),
            reading.required("Dest", this::airport),
            reading.optional("DepDelay", FlightFormReader::depDelay),
            reading.optional("CRSDepTime", FlightFormReader::time),
            reading.optional("CRSArrTime", FlightFormReader::time));
    if (form.origin() != null && form.origin().equals(form.dest())) {
      reading.errors.add(new FieldError("Dest", "is the same airport as the origin"));
    }
    if (!reading.errors.isEmpty()) {
      throw new BadFormException(reading.errors);
    }
    return form;
  }

  private String airport(String text) {
    AirportCheck check = airports.get();
    String code = text.toUpperCase(Locale.ROOT);
    if (!AIRPORT.matcher(code).matches()) {
      String codes = check.codes(text);
      throw new IllegalArgumentException(
          "must be an airport's three-letter code, such as " + (codes.isEmpty() ? "JFK" : codes));
    }
    check
        .refusal(code)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    return code;
  }

  private static String carrier(String text) {
    return matching(CARRIER, text, "must be an airline's code, such as AA");
  }

  private static String flightNum(String text) {
    String digits = matching(FLIGHT_NUM, text, "must be a number from 1 to 9999");
    int number = Integer.parseInt(digits);
    require(number > 0, "must be a number from 1 to 9999");
    return String.valueOf(number);
  }

  private LocalDate flightDate(String text) {
    LocalDate last = LocalDate.now(clock).plusYears(1);
    String expected = "must be a date such as 2013-07-04, from " + FIRST_DATE + " to " + last;
    try {
      LocalDate date = LocalDate.parse(text);
      require(!date.isBefore(FIRST_DATE) && !date.isAfter(last), expected);
      return date;
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(expected, e);
    }
  }

  private static Double depDelay(String text) {
    double minutes = Double.parseDouble(matching(MINUTES, text, DEP_DELAY));
    require(minutes >= MIN_DEP_DELAY && minutes <= MAX_DEP_DELAY, DEP_DELAY);
    return minutes;
  }

  private static Integer time(String text) {
    String digits = matching(TIME, text, "must be a local time such as 13:05").replace(":", "");
    return Integer.parseInt(digits) % MIDNIGHT;
  }

  private static String matching(Pattern pattern, String text, String expected) {
    String upper = text.toUpperCase(Locale.ROOT);
    require(pattern.matcher(upper).matches(), expected);
    return upper;
  }

  private static void require(boolean holds, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(expected);
    }
  }

  /** Collects the errors while the fields are read. */
  private static final class Fields {
    private final Map<String, String> texts;
    private final List<FieldError> errors = new ArrayList<>();

    Fields(Map<String, String> texts) {
      this.texts = texts;
    }

    <T> T required(String field, Function<String, T> reader) {
      if (text(field).isEmpty()) {
        errors.add(new FieldError(field, "is missing"));
        return null;
      }
      return optional(field, reader);
    }

    <T> T optional(String field, Function<String, T> reader) {
      try {
        return text(field).isEmpty() ? null : reader.apply(text(field));
      } catch (IllegalArgumentException e) {
        errors.add(new FieldError(field, e.getMessage()));
        return null;
      }
    }

    private String text(String field) {
      String text = texts.get(field);
      return text == null ? "" : text.strip();
    }
  }
}
