package flights.web.flight.form;

import flights.flight.DelayBucket;
import flights.flight.DelaySummary;
import flights.flight.FlightRequest;
import flights.flight.Prediction;
import flights.flight.reference.ReferenceData;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A prediction in words, for a page. Texts are empty where the prediction says nothing. */
record PredictionView(
    String id,
    String flight,
    int bucket,
    DelaySummary summary,
    String expected,
    String range,
    List<Bar> bars,
    List<Why> reasons,
    String model) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.US);

  /** One bucket and how probable it is, from 0 to 1. */
  record Bar(DelayBucket bucket, double probability, boolean chosen) {
    public String percent() {
      return Math.round(100 * probability) + "%";
    }
  }

  /** One reason and what it adds. */
  record Why(String text, String minutes) {}

  /** The same page parts with nothing in them, for a script to fill in. */
  static PredictionView blank() {
    return new PredictionView(
        "",
        "",
        0,
        new DelaySummary("", null, null, null),
        "",
        "",
        bars(List.of(), -1),
        List.of(),
        "");
  }

  static PredictionView of(Prediction prediction, DelaySummary summary, ReferenceData reference) {
    return new PredictionView(
        prediction.request().uuid(),
        flight(prediction.request(), reference),
        prediction.prediction(),
        summary,
        minutes(prediction.expectedArrDelay()),
        range(prediction),
        bars(orEmpty(prediction.probabilities()), prediction.prediction()),
        orEmpty(prediction.reasons()).stream()
            .map(reason -> new Why(reason.text(), minutes(reason.minutes())))
            .toList(),
        prediction.modelVersion() == null ? "" : prediction.modelVersion());
  }

  private static String flight(FlightRequest request, ReferenceData reference) {
    String airline =
        reference.airline(request.carrier()).map(it -> it.name()).orElse(request.carrier());
    String number = request.flightNum() == null ? "" : " " + request.flightNum();
    return "%s%s, %s to %s, %s"
        .formatted(
            airline, number, request.origin(), request.dest(), DATE.format(request.flightDate()));
  }

  private static String range(Prediction prediction) {
    return prediction.arrDelayP10() == null || prediction.arrDelayP90() == null
        ? ""
        : signed(prediction.arrDelayP10()) + " and " + minutes(prediction.arrDelayP90());
  }

  private static List<Bar> bars(List<Double> probabilities, int chosen) {
    return Arrays.stream(DelayBucket.values())
        .map(bucket -> bar(bucket, probabilities, chosen))
        .toList();
  }

  private static Bar bar(DelayBucket bucket, List<Double> probabilities, int chosen) {
    int index = bucket.index();
    double probability = index < probabilities.size() ? probabilities.get(index) : 0;
    return new Bar(bucket, probability, index == chosen);
  }

  private static String minutes(Double minutes) {
    return minutes == null ? "" : signed(minutes) + " min";
  }

  private static String signed(double minutes) {
    long whole = Math.round(minutes);
    return (whole > 0 ? "+" : whole < 0 ? "−" : "") + Math.abs(whole);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
