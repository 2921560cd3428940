package flights.bench.questions;

import flights.core.store.Documents;
import flights.flight.DelayBucket;
import flights.flight.DistanceLookup;
import flights.flight.FlightForm;
import flights.flight.FlightRequest;
import flights.flight.Prediction;
import flights.flight.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bson.Document;

/**
 * Made-up predictions, always the same for the same number, that look like those of a predictor.
 */
public final class SamplePredictions {

  static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");
  static final LocalDate FIRST_DATE = LocalDate.parse("2013-01-01");
  static final List<String> ORIGINS = List.of("EWR", "JFK", "LGA");

  private static final long MILLIS_BETWEEN = 8_000;
  private static final int DAYS = 365;
  private static final DistanceLookup MILES = (from, to) -> Optional.of(SampleNames.miles(to));
  private static final List<String> VERSIONS =
      List.of("20261031-201500-4fc6073", "20261107-201500-6b447ad", "20261114-201500-0def6ac");

  private SamplePredictions() {}

  public static Prediction of(int index) {
    SplittableRandom random = new SplittableRandom(index);
    Instant asked = FIRST.plusMillis(index * MILLIS_BETWEEN + random.nextInt(1_000));
    FlightForm form = form(random);
    FlightRequest request = FlightRequest.of(id(asked, random), asked, form, MILES);
    // In tenths, so that each is the nearest to its decimal, as what was rounded is.
    int departure = form.depDelay() == null ? 80 : (int) (10 * form.depDelay());
    int gain = random.nextInt(-300, 150);
    int spread = random.nextInt(80, 400);
    double expected = (departure + gain) / 10.0;
    return new Prediction(
        request,
        DelayBucket.of(expected).index(),
        probabilities(DelayBucket.of(expected).index(), random),
        expected,
        (departure + gain - spread) / 10.0,
        (departure + gain - 12) / 10.0,
        (departure + gain + 2 * spread) / 10.0,
        reasons(form, gain, random),
        VERSIONS.get(random.nextInt(VERSIONS.size())),
        asked.plusMillis(random.nextInt(4, 60)));
  }

  /** As the predictor stores it. */
  public static Document document(int index) {
    Prediction prediction = of(index);
    Document document = new Document("_id", prediction.request().uuid());
    document.putAll(Documents.of(prediction));
    return document.append(
        "_source", "flight_delay_classification_request/" + index % 2 + "/" + index / 2);
  }

  private static FlightForm form(SplittableRandom random) {
    double early = random.nextDouble();
    double late = random.nextDouble();
    // Most leave a little early; few leave very late; of some it is not known.
    double delay = early < 0.6 ? 0 - Math.floor(12 * late) : Math.floor(400 * late * late * late);
    return new FlightForm(
        SampleNames.carrier(random.nextDouble()),
        random.nextInt(100) == 0 ? null : String.valueOf(1 + random.nextInt(6_000)),
        FIRST_DATE.plusDays(random.nextInt(DAYS)),
        ORIGINS.get(random.nextInt(ORIGINS.size())),
        SampleNames.destination(random.nextDouble()),
        random.nextInt(50) == 0 ? null : delay);
  }

  /** A UUID of version 7: it begins with the time, so that later ones come behind. */
  private static String id(Instant at, SplittableRandom random) {
    long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12);
    return new UUID(high, Long.MIN_VALUE | random.nextLong() >>> 2).toString();
  }

  private static List<Double> probabilities(int likely, SplittableRandom random) {
    List<Double> probabilities = new ArrayList<>();
    double rest = 0.2 + random.nextDouble() / 3;
    for (int bucket = 0; bucket < DelayBucket.values().length; bucket++) {
      probabilities.add(bucket == likely ? 1 - rest : rest / 3);
    }
    return probabilities;
  }

  private static List<Reason> reasons(FlightForm form, int gain, SplittableRandom random) {
    List<Reason> reasons = new ArrayList<>();
    if (form.depDelay() != null) {
      String when = form.depDelay() > 0 ? " min late" : " min early";
      reasons.add(
          new Reason("left " + Math.round(Math.abs(form.depDelay())) + when, form.depDelay()));
    }
    reasons.add(new Reason("an average flight makes up time on the way", -4.2));
    String than = gain < 0 ? " usually does better than most" : " usually does worse than most";
    String route = form.origin() + "-" + form.dest();
    reasons.add(new Reason(form.carrier() + " on " + route + than, random.nextInt(100) / 10.0));
    reasons.add(new Reason(form.dest() + " at the hour of arrival" + than, gain / 20.0));
    if (random.nextBoolean()) {
      reasons.add(new Reason("now and then a flight is held up for long", 2.1));
    }
    reasons.add(new Reason("all else", random.nextInt(-60, 60) / 10.0));
    if (form.depDelay() == null) {
      reasons.add(new Reason("the departure delay is not known yet: the range is wider", null));
    }
    return reasons;
  }
}
