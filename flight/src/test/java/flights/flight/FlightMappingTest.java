package flights.flight;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.json.Json;
import flights.core.store.Documents;
import flights.flight.reference.ReferenceData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class FlightMappingTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

  private static final FlightRequest REQUEST =
      FlightRequest.of(
          "an-id",
          NOON,
          new FlightForm("AA", "11", LocalDate.of(2013, 7, 4), "JFK", "LAX", null),
          ReferenceData.bundled());

  @Test
  void derivedFieldsAreThoseOfTheData() {
    assertThat(REQUEST.dayOfWeek()).as("1 is Monday; this was a Thursday").isEqualTo(4);
    assertThat(REQUEST.dayOfMonth()).isEqualTo(4);
    assertThat(REQUEST.dayOfYear()).isEqualTo(185);
    assertThat(REQUEST.route()).isEqualTo("JFK-LAX");
    assertThat(REQUEST.distance()).isBetween(2465.0, 2480.0);
  }

  @Test
  void minutesAreReckonedAcrossTimeZones() {
    FlightForm overnight =
        new FlightForm("B6", "1", LocalDate.of(2013, 7, 4), "LAX", "JFK", null, 2205, 635);
    FlightForm halfTold =
        new FlightForm("B6", "1", LocalDate.of(2013, 7, 4), "LAX", "JFK", null, 2205, null);

    assertThat(request(overnight).crsElapsedTime()).isEqualTo(330.0);
    assertThat(request(halfTold).crsElapsedTime()).isNull();
    assertThat(request(halfTold).crsDepTime()).isEqualTo(2205);
  }

  private static FlightRequest request(FlightForm form) {
    return FlightRequest.of("an-id", NOON, form, ReferenceData.bundled());
  }

  @Test
  void anUnknownAirportHasNoDistance() {
    assertThat(ReferenceData.bundled().miles("JFK", "QQQ")).isEmpty();
  }

  @Test
  void storedFieldsHaveTheNamesOfTheBook() {
    Document stored =
        Documents.of(
            new Prediction(
                REQUEST,
                2,
                List.of(0.1, 0.2, 0.6, 0.1),
                3.5,
                -9.0,
                2.0,
                20.0,
                List.of(new Reason("left on time", 0.0)),
                "v1",
                NOON));

    assertThat(stored)
        .containsKeys(
            "Origin",
            "Dest",
            "DayOfWeek",
            "DayOfYear",
            "DayOfMonth",
            "FlightDate",
            "Carrier",
            "FlightNum",
            "UUID",
            "Distance",
            "Route",
            "Prediction",
            "Probabilities",
            "ExpectedArrDelay",
            "ArrDelayP10",
            "ArrDelayP50",
            "ArrDelayP90",
            "Reasons",
            "ModelVersion",
            "ScoredAt")
        .containsEntry("Timestamp", Date.from(NOON))
        .containsEntry("FlightDate", "2013-07-04")
        .doesNotContainKey("DepDelay");
  }

  @Property(tries = 200)
  void requestsSurviveJsonAndBson(@ForAll("requests") FlightRequest request) {
    assertThat(Json.read(Json.write(request), FlightRequest.class)).isEqualTo(request);
    assertThat(Documents.to(FlightRequest.class, Documents.of(request))).isEqualTo(request);
  }

  @Property(tries = 200)
  void predictionsSurviveJsonAndBson(@ForAll("predictions") Prediction prediction) {
    assertThat(Json.read(Json.write(prediction), Prediction.class)).isEqualTo(prediction);
    assertThat(Documents.to(Prediction.class, Documents.of(prediction))).isEqualTo(prediction);
  }

  @Provide
  Arbitrary<FlightRequest> requests() {
    Arbitrary<String> airport = Arbitraries.strings().withCharRange('A', 'Z').ofLength(3);
    Arbitrary<String> anything = Arbitraries.strings().ofMinLength(1).ofMaxLength(10);
    return Combinators.combine(
            Arbitraries.create(java.util.UUID::randomUUID).map(String::valueOf),
            anything,
            anything.injectNull(0.2),
            Arbitraries.longs().between(0, 10_000).map(LocalDate.EPOCH::plusDays),
            airport,
            airport,
            Arbitraries.doubles().between(-180, 2880).injectNull(0.2))
        .as(
            (id, carrier, number, date, origin, dest, delay) ->
                FlightRequest.of(
                    id,
                    NOON.plus(delay == null ? 0 : delay.longValue(), ChronoUnit.MILLIS),
                    new FlightForm(carrier, number, date, origin, dest, delay),
                    (from, to) -> Optional.of(delay == null ? 1.5 : Math.abs(delay))));
  }

  @Provide
  Arbitrary<Prediction> predictions() {
    Arbitrary<Double> minutes = Arbitraries.doubles().between(-100, 3000).injectNull(0.1);
    return Combinators.combine(
            requests(),
            Arbitraries.integers().between(0, 3),
            Arbitraries.doubles().between(0, 1).list().ofSize(4),
            minutes,
            minutes,
            Arbitraries.strings())
        .as(
            (request, bucket, probabilities, expected, p10, words) ->
                new Prediction(
                    request,
                    bucket,
                    probabilities,
                    expected,
                    p10,
                    expected,
                    expected,
                    List.of(new Reason(words, p10)),
                    "v1",
                    NOON));
  }
}
