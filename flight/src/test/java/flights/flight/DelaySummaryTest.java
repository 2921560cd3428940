package flights.flight;

import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.reference.ReferenceData;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelaySummaryTest {

  private static final Instant NOW = Instant.parse("2013-07-04T08:15:30Z");
  private static final ReferenceData REFERENCE = ReferenceData.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.35 0.25 0.26 0.14 | Probably early: 60% chance of arriving before the scheduled time",
        "0.35 0.20 0.31 0.14 | Probably on time: 86% chance of less than 30 minutes late",
        "0.97 0.01 0.01 0.01 | Very likely more than 15 minutes early: 97% chance",
        "0.05 0.10 0.65 0.20 | Probably on time or up to 30 minutes late: 65% chance",
        "0.00 0.00 0.00 1.00 | Very likely 30 minutes late or more: 99% chance",
        "0.05 0.15 0.25 0.55 | Probably 30 minutes late or more: 55% chance",
        "0.10 0.20 0.35 0.35 | Probably late: 70% chance of arriving after the scheduled time",
        "0.25 0.20 0.20 0.35 | Hard to say: 35% chance of 30 minutes late or more"
      })
  void theStrongestThingIsSaid(String shares, String sentence) {
    List<Double> probabilities =
        Arrays.stream(shares.strip().split(" ")).map(Double::valueOf).toList();

    assertThat(DelaySummary.of(prediction(probabilities, null)).sentence()).isEqualTo(sentence);
  }

  @Property
  void everyDistributionHasAHeadlineWithAProbabilityBelowOne(
      @ForAll @Size(4) List<@DoubleRange(min = 0, max = 1) Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    List<Double> shares = weights.stream().map(it -> sum == 0 ? 0.25 : it / sum).toList();

    DelaySummary summary = DelaySummary.of(prediction(shares, null));

    assertThat(summary.headline()).isNotBlank();
    assertThat(summary.chance()).matches("[1-9]\\d?% chance.*");
  }

  /** As another predictor of the same contract writes it. */
  @Test
  void aBucketAloneIsSaidAsItIs() {
    assertThat(DelaySummary.of(prediction(null, null)).sentence())
        .isEqualTo("More than 15 minutes early");
  }

  @Test
  void theClockIsThatOfTheTimetable() {
    assertThat(DelaySummary.of(prediction(null, null)).arrival()).isNull();
    assertThat(DelaySummary.of(prediction(null, 1745)).arrival())
        .isEqualTo("about 17:47, between 17:17 and 18:28");
    assertThat(DelaySummary.of(prediction(null, 5)).arrival())
        .isEqualTo("about 00:07, between 23:37 and 00:48");
  }

  private static Prediction prediction(List<Double> shares, Integer arrival) {
    LocalDate date = LocalDate.of(2013, 7, 4);
    FlightForm form = new FlightForm("DL", "1", date, "ATL", "SFO", null, null, arrival);
    int likeliest =
        shares == null ? 0 : shares.indexOf(shares.stream().max(Double::compare).orElseThrow());
    return new Prediction(
        FlightRequest.of("id", NOW, form, REFERENCE),
        likeliest,
        shares,
        2.1,
        -28.0,
        1.0,
        43.0,
        null,
        "v1",
        NOW);
  }
}
