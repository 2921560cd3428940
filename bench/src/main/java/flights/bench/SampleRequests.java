package flights.bench;

import flights.core.contract.RequestId;
import flights.flight.FlightForm;
import flights.flight.FlightRequest;
import flights.flight.reference.ReferenceData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes requests for flights that exist, the same ones for the same seed. */
public final class SampleRequests {

  private static final List<String> CARRIERS = List.of("AA", "B6", "DL", "EV", "UA", "US", "WN");
  private static final List<String> ORIGINS = List.of("EWR", "JFK", "LGA");
  private static final List<String> DESTINATIONS =
      List.of("ATL", "BOS", "CLT", "DEN", "FLL", "LAX", "MCO", "MIA", "ORD", "SFO");

  private static final int FORMS = 2_000;

  private final ReferenceData reference = ReferenceData.bundled();
  private final Random random;

  public SampleRequests(long seed) {
    this.random = new Random(seed);
  }

  public FlightRequest next() {
    FlightForm form =
        new FlightForm(
            any(CARRIERS),
            String.valueOf(1 + random.nextInt(2000)),
            LocalDate.of(2013, 1, 1).plusDays(random.nextInt(365)),
            any(ORIGINS),
            any(DESTINATIONS),
            (double) (random.nextInt(90) - 15));
    return FlightRequest.of(RequestId.next(), Instant.now(), form, reference);
  }

  /** What a person would enter to make such a request. */
  public static Map<String, String> form(FlightRequest flight) {
    return Map.of(
        "Carrier", flight.carrier(),
        "FlightNum", flight.flightNum(),
        "FlightDate", flight.flightDate().toString(),
        "Origin", flight.origin(),
        "Dest", flight.dest(),
        "DepDelay", String.valueOf(flight.depDelay().intValue()));
  }

  /** Many forms, each as a browser sends it. */
  static List<String> forms(long seed) {
    SampleRequests requests = new SampleRequests(seed);
    return Stream.generate(() -> encoded(form(requests.next()))).limit(FORMS).toList();
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + field.getValue())
        .collect(Collectors.joining("&"));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
