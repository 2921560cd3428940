package flights.web.pages;

import flights.core.card.SignificantDigits;
import flights.core.contract.Field;
import flights.core.json.Json;
import flights.core.text.Bytes;
import flights.core.text.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures and dates as people read them; what is not known is a dash. */
public final class Say {

  private static final String UNKNOWN = "–";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.US);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.US);
  private static final DateTimeFormatter SHORT_MONTH =
      DateTimeFormatter.ofPattern("MMM", Locale.US);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.US).withZone(ZoneOffset.UTC);

  /** A share from 0 to 1 as a percentage. */
  public String percent(Number share) {
    return share == null ? UNKNOWN : Math.round(100 * share.doubleValue()) + "%";
  }

  /** With one decimal. */
  public String percent1(Number share) {
    return share == null ? UNKNOWN : String.format(Locale.US, "%.1f%%", 100 * share.doubleValue());
  }

  /** A whole number with its thousands apart. */
  public String count(Number number) {
    return number == null ? UNKNOWN : String.format(Locale.US, "%,d", number.longValue());
  }

  /** A number of things: 1 flight, 2 flights. */
  public String count(Number number, String thing) {
    return number == null ? UNKNOWN : Count.of(number.longValue(), thing);
  }

  /** How large something is. */
  public String bytes(Number bytes) {
    return bytes == null ? UNKNOWN : Bytes.of(bytes.longValue());
  }

  public String decimals(Number number, int digits) {
    return number == null
        ? UNKNOWN
        : String.format(Locale.US, "%." + digits + "f", number.doubleValue());
  }

  /** Of any size, with its first digits. */
  public String number(Number number) {
    return number == null
        ? UNKNOWN
        : SignificantDigits.text(number.doubleValue()).replace('-', '−');
  }

  /** For example +12 min. */
  public String minutes(Number minutes) {
    return minutes == null ? UNKNOWN : signed(minutes) + " min";
  }

  /** For example +12, or −3. */
  public String signed(Number minutes) {
    if (minutes == null) {
      return UNKNOWN;
    }
    long whole = Math.round(minutes.doubleValue());
    return (whole > 0 ? "+" : whole < 0 ? "−" : "") + Math.abs(whole);
  }

  /** Minutes as hours, for example 5 h 30 min. */
  public String duration(Number minutes) {
    if (minutes == null) {
      return UNKNOWN;
    }
    long whole = Math.round(minutes.doubleValue());
    return whole < 60 ? whole + " min" : whole / 60 + " h " + whole % 60 + " min";
  }

  /** A time of day that is given as hhmm. */
  public String clock(Integer hhmm) {
    return hhmm == null ? UNKNOWN : String.format(Locale.ROOT, "%02d:%02d", hhmm / 100, hhmm % 100);
  }

  /** A date such as 2013-07-04, in words. */
  public String day(String date) {
    return date == null ? UNKNOWN : DAY.format(LocalDate.parse(date));
  }

  /** A month such as 2013-07, in words. */
  public String month(String month) {
    return MONTH.format(YearMonth.parse(month));
  }

  /** The month's name alone; in January with the year, for the axis of a chart. */
  public String shortMonth(String month) {
    YearMonth given = YearMonth.parse(month);
    return SHORT_MONTH.format(given)
        + " ’"
        + String.format(Locale.ROOT, "%02d", given.getYear() % 100);
  }

  /** A moment in UTC. */
  public String moment(Instant instant) {
    return instant == null ? UNKNOWN : MOMENT.format(instant);
  }

  /** How a program asks a model, with the model's own example. */
  public String example(String model, List<Field> asked, Map<String, Object> example) {
    Map<String, Object> request = new LinkedHashMap<>();
    asked.stream()
        .map(Field::name)
        .filter(example::containsKey)
        .forEach(name -> request.put(name, example.get(name)));
    return "curl 'http://127.0.0.1:5001/api/models/"
        + model
        + "/predictions?wait=5s' \\\n  -H 'Content-Type: application/json' -d '"
        + Json.write(request).replace("'", "'\\''")
        + "'";
  }
}
