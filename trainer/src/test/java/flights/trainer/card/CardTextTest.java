package flights.trainer.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardTextTest {

  private static final String TEXT = CardText.of(SampleCards.named("flight-delay"));

  @Test
  void setsTheModelBesideTheBaselinesAndMarksTheBest() {
    assertThat(TEXT)
        .startsWith(
            """
            flight-delay 20261121-101500

            time split: trained up to 2013-10-19, tested on the flights after

                                    Accuracy   Log loss   MAE, min   Within P10 to P90   fit s   peak MB
            flight-delay               0.629*     0.844*     8.812               0.794     3.1       584
            majority class             0.372      1.271          -                   -     3.1       584
            """);
  }

  @Test
  void hasATableForEachSplit() {
    assertThat(TEXT).containsOnlyOnce("random split: ").contains("0.641*");
  }
}
