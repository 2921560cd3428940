package flights.flight.event;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can happen to a flight. Of two events of the same time the later of this order counts. */
public enum FlightEventType {
  SCHEDULED,
  CANCELLED,
  DEPARTED,
  /** It has left the ground; it departed when it left the gate. */
  OFF,
  ARRIVED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** As events say it. */
  @JsonValue
  public String text() {
    return text;
  }

  static Optional<FlightEventType> of(String text) {
    return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
  }
}
