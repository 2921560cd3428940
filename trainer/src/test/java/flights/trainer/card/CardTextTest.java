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
            flight-delay               62.9%*     0.844*     8.812               79.4%     3.1       584
            majority class             37.2%      1.271          –                   –     3.1       584
            """);
  }

  @Test
  void hasATableForEachSplit() {
    assertThat(TEXT).containsOnlyOnce("random split: ").contains("64.1%*");
  }
}
