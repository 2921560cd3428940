package flights.core.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** What a date tells as a number. */
public enum DatePart {
  @JsonProperty("year")
  YEAR(ChronoField.YEAR),
  @JsonProperty("month")
  MONTH(ChronoField.MONTH_OF_YEAR),
  @JsonProperty("day")
  DAY(ChronoField.DAY_OF_MONTH);

  private final ChronoField part;

  DatePart(ChronoField part) {
    this.part = part;
  }

  int of(LocalDate date) {
    return date.get(part);
  }
}
