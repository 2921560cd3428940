package flights.core.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flights.core.json.Json;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldShapeTest {

  private static final FieldShape HALVES =
      new FieldShape("DepDelay", List.of(0.0), List.of(), List.of(0.5, 0.5, 0.0));

  @Test
  void theIndexIsTheOneThatIsReckonedByHand() {
    // (0.8 - 0.5) ln(0.8 / 0.5) + (0.2 - 0.5) ln(0.2 / 0.5) = 0.3 ln 4 = 0.41589
    assertThat(HALVES.stabilityIndex(List.of(0.8, 0.2, 0.0))).isCloseTo(0.41589, within(1e-5));
    // 0.1 ln 1.5 = 0.04055
    assertThat(HALVES.stabilityIndex(List.of(0.6, 0.4, 0.0))).isCloseTo(0.04055, within(1e-5));
    assertThat(HALVES.stabilityIndex(HALVES.shares())).isZero();
  }

  @Test
  void aBinThatIsEmptyInOneOfThemCountsALotButNotForEver() {
    // 0.5 ln 2 + (0.0001 - 0.5) ln(0.0001 / 0.5) = 4.6043
    assertThat(HALVES.stabilityIndex(List.of(1.0, 0.0, 0.0))).isCloseTo(4.6043, within(1e-4));
  }

  @Test
  void numbersAreBinnedByTenthsAndABinHoldsItsLowerEdge() {
    assertThat(FieldShape.ofNumbers("Distance", List.of())).isEmpty();
    FieldShape shape =
        FieldShape.ofNumbers("Distance", IntStream.range(0, 100).mapToObj(i -> (double) i).toList())
            .orElseThrow();

    assertThat(shape.edges()).containsExactly(10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0);
    assertThat(shape.shares()).startsWith(0.1, 0.1).endsWith(0.1, 0.0).hasSize(11);
    assertThat(shape.sharesOf(Arrays.asList(9.9, 10, null, -1)))
        .startsWith(0.5, 0.25)
        .endsWith(0.0, 0.25);
  }

  @Test
  void aNumberThatHardlyVariesHasFewBinsAndOneThatDoesNotHasNoShape() {
    List<Double> mostly = List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0);

    assertThat(FieldShape.ofNumbers("x", mostly).orElseThrow().edges()).containsExactly(2.0);
    assertThat(FieldShape.ofNumbers("x", Collections.nCopies(5, 1.0))).isEmpty();
  }

  @Test
  void textsAreBinnedByTheMostFrequent() {
    FieldShape shape =
        FieldShape.ofTexts("Carrier", Arrays.asList("AA", "B6", "B6", null)).orElseThrow();

    assertThat(shape.values()).containsExactly("B6", "AA");
    assertThat(shape.shares()).containsExactly(0.5, 0.25, 0.0, 0.25);
    assertThat(shape.sharesOf(List.of("WN", "AA"))).containsExactly(0.0, 0.5, 0.5, 0.0);
  }

  @Test
  void whatIsDifferentInEveryRowHasNoShape() {
    List<String> ids = IntStream.range(0, 200).mapToObj(i -> "id " + i).toList();

    assertThat(FieldShape.ofTexts("UUID", ids)).isEmpty();
  }

  @Test
  void itIsTheSameAfterItWasWritten() {
    assertThat(Json.read(Json.write(HALVES), FieldShape.class)).isEqualTo(HALVES);
  }
}
