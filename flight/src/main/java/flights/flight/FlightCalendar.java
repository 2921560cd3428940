package flights.flight;

import java.time.LocalDate;

/** The one definition of what is derived from a flight's date, for training and for serving. */
public final class FlightCalendar {

  private FlightCalendar() {}

  /** 1 (Monday) to 7 (Sunday), as in the flights' own data. */
  public static int dayOfWeek(LocalDate date) {
    return date.getDayOfWeek().getValue();
  }

  public static int dayOfMonth(LocalDate date) {
    return date.getDayOfMonth();
  }

  public static int dayOfYear(LocalDate date) {
    return date.getDayOfYear();
  }
}
