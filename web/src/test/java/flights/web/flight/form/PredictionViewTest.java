package flights.web.flight.form;

import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.DelaySummary;
import flights.flight.FlightForm;
import flights.flight.FlightRequest;
import flights.flight.Prediction;
import flights.flight.Reason;
import flights.flight.reference.ReferenceData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionViewTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final Instant NOW = Instant.parse("2013-07-04T08:15:30Z");

  @Test
  void saysAllThatThePredictionHolds() {
    PredictionView view =
        view(
            new Prediction(
                flight("AA", "1"),
                1,
                List.of(0.25, 0.5, 0.15, 0.1),
                -7.6,
                -31.2,
                -8.0,
                0.4,
                List.of(new Reason("Left on time", 0.0)),
                "v1",
                NOW));

    assertThat(view.flight()).isEqualTo("American Airlines 1, JFK to LAX, 4 July 2013");
    assertThat(view.summary().sentence())
        .isEqualTo("Probably early: 75% chance of arriving before the scheduled time");
    assertThat(view.expected()).isEqualTo("−8 min");
    assertThat(view.range()).isEqualTo("−31 and 0 min");
    assertThat(view.bars())
        .extracting(it -> it.percent())
        .containsExactly("25%", "50%", "15%", "10%");
    assertThat(view.bars())
        .extracting(it -> it.chosen())
        .containsExactly(false, true, false, false);
    assertThat(view.reasons()).containsExactly(new PredictionView.Why("Left on time", "0 min"));
    assertThat(view.model()).isEqualTo("v1");
  }

  /** As another predictor of the same contract writes it: the bucket alone. */
  @Test
  void saysNothingOfWhatThePredictionLacks() {
    PredictionView view =
        view(new Prediction(flight("Q9", null), 3, null, null, null, null, null, null, null, NOW));

    assertThat(view.flight()).isEqualTo("Q9, JFK to LAX, 4 July 2013");
    assertThat(view.expected()).isEmpty();
    assertThat(view.range()).isEmpty();
    assertThat(view.reasons()).isEmpty();
    assertThat(view.model()).isEmpty();
    assertThat(view.bars()).hasSize(4);
  }

  private static PredictionView view(Prediction prediction) {
    return PredictionView.of(prediction, DelaySummary.of(prediction), REFERENCE);
  }

  private static FlightRequest flight(String carrier, String number) {
    LocalDate date = LocalDate.of(2013, 7, 4);
    return FlightRequest.of(
        "3f1c1c5e-0000-4000-8000-000000000000",
        NOW,
        new FlightForm(carrier, number, date, "JFK", "LAX", null),
        REFERENCE);
  }
}
