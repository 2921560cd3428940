package flights.web.flight.reference;

import flights.flight.FlightFormReader;
import flights.flight.reference.Airport;
import java.util.stream.Collectors;
import org.unbescape.html.HtmlEscape;

/** The airports that a field suggests while it is typed in, by code, city and name. */
public final class AirportOptions {

  private final Reference reference;
  private volatile String html;

  public AirportOptions(Reference reference) {
    this.reference = reference;
  }

  /** The same thirteen hundred lines in every form, so they are made once. */
  public String html() {
    if (html == null) {
      html =
          reference.data().airports().stream()
              .filter(airport -> FlightFormReader.AIRPORT.matcher(airport.code()).matches())
              .map(AirportOptions::option)
              .collect(Collectors.joining("\n"));
    }
    return html;
  }

  private static String option(Airport airport) {
    return "<option value=\"%s\">%s</option>"
        .formatted(airport.code(), HtmlEscape.escapeHtml4Xml(label(airport)));
  }

  /** City and name, unless the name begins with the city. */
  private static String label(Airport airport) {
    return airport.city().isEmpty() || airport.name().startsWith(airport.city())
        ? airport.name()
        : airport.city() + ", " + airport.name();
  }
}
