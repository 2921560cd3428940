package flights.flight;

import flights.core.card.CardData;
import flights.core.card.FieldCoverage;
import flights.core.card.ModelCard;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which flights a model has learnt from, as its card tells.
 *
 * @param origins where they left; empty when that is not known, as are {@code destinations}
 */
public record LearntFlights(
    long rows, LocalDate from, LocalDate to, List<String> origins, List<String> destinations) {

  /** The name of the model. */
  public static final String MODEL = FlightPipeline.text("name");

  private static final int NAMED = 5;

  /** Seasons and timetables of the year after are much the same. */
  private static final int NEAR_YEARS = 2;

  /** Empty for a card that tells no days. */
  public static Optional<LearntFlights> of(ModelCard card) {
    CardData data = card.data();
    try {
      return data == null || data.from() == null || data.to() == null
          ? Optional.empty()
          : Optional.of(
              new LearntFlights(
                  data.rows(),
                  LocalDate.parse(data.from()),
                  LocalDate.parse(data.to()),
                  values(data, "Origin"),
                  values(data, "Dest")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static List<String> values(CardData data, String field) {
    return data.coverage().stream()
        .filter(it -> it.name().equals(field) && it.whole())
        .findFirst()
        .map(FieldCoverage::values)
        .orElse(List.of());
  }

  /** Such as "327,346 flights out of EWR, JFK and LGA in 2013". */
  public String words() {
    String where =
        origins.isEmpty()
            ? ""
            : origins.size() > NAMED
                ? String.format(Locale.US, " out of %,d airports", origins.size())
                : " out of " + list(origins.stream().sorted().toList());
    return String.format(Locale.US, "%,d flights%s %s", rows, where, period());
  }

  /** How far a flight lies from all of them, in a sentence; empty when it does not. */
  public Optional<String> caution(FlightRequest request) {
    List<String> far = new ArrayList<>();
    if (!origins.isEmpty() && !origins.contains(request.origin())) {
      far.add("leaves from " + request.origin() + ", which is none of their origins");
    }
    if (!destinations.isEmpty() && !destinations.contains(request.dest())) {
      far.add("goes to " + request.dest() + ", which is none of their destinations");
    }
    long years = ChronoUnit.YEARS.between(to, request.flightDate());
    if (years >= NEAR_YEARS) {
      far.add("is " + years + " years later");
    } else if (request.flightDate().isBefore(from)) {
      far.add("is earlier than all of them");
    }
    return far.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Take this with care: the model has learnt from %s; this flight %s."
                .formatted(words(), list(far)));
  }

  private String period() {
    return from.getYear() == to.getYear()
        ? "in " + from.getYear()
        : "from " + from.getYear() + " to " + to.getYear();
  }

  private static String list(List<String> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : String.join(", ", parts.subList(0, parts.size() - 1))
            + " and "
            + parts.get(parts.size() - 1);
  }
}
