package flights.trainer.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import flights.testing.SparkForTests;
import flights.trainer.evaluate.ErrorPoint;
import flights.trainer.pipeline.OutputSpec.ErrorQuantile;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ErrorCurveTest {

  private static final ErrorQuantile LOW = new ErrorQuantile(0.1, "prediction", null, null, null);
  private static final ErrorQuantile HIGH = new ErrorQuantile(0.9, "prediction", null, null, null);

  @Test
  void runsInStraightLinesBetweenItsPoints() {
    List<ErrorPoint> points = List.of(point(10, -1), point(20, -3), point(40, -3));

    assertThat(ends(LOW, points, 5, 10, 15, 20, 30, 40))
        .containsExactly(4.0, 9.0, 13.0, 17.0, 27.0, 37.0);
  }

  @Test
  void growsOverTheLastPointAsBeforeButNoFasterThanInProportion() {
    assertThat(ends(HIGH, List.of(point(10, 1), point(20, 2)), 40)).containsExactly(44.0);
    assertThat(ends(HIGH, List.of(point(10, 2), point(20, 2)), 40)).containsExactly(42.0);
    assertThat(ends(HIGH, List.of(point(10, 4), point(20, 2)), 40)).containsExactly(42.0);
    assertThat(ends(HIGH, List.of(point(10, 0), point(20, 10)), 40)).containsExactly(60.0);
    assertThat(ends(HIGH, List.of(point(10, 3)), -5, 100)).containsExactly(-2.0, 103.0);
  }

  @Test
  void holdsThePredictedNumberWhereAllPredictionsWereTooLowOrTooHigh() {
    assertThat(ends(LOW, List.of(point(10, 2), point(20, -1)), 10, 20)).containsExactly(10.0, 19.0);
    assertThat(ends(HIGH, List.of(point(10, -2), point(20, 1)), 10, 20))
        .containsExactly(10.0, 21.0);
  }

  @Test
  void anEndDoesNotFallWhenTheNumberGrows() {
    // The ends 8, 5 and 13 would fall; 8 and 5 become their mean.
    assertThat(ends(LOW, List.of(point(10, -2), point(11, -6), point(15, -2)), 10, 11, 15))
        .containsExactly(6.5, 6.5, 13.0);
  }

  @Test
  void whateverTheErrorsAreTheRangeHoldsTheNumberAndGrowsWithIt() {
    Random random = new Random(7);
    for (int run = 0; run < 5; run++) {
      List<ErrorPoint> points =
          IntStream.range(0, 1 + random.nextInt(20))
              .mapToObj(
                  i ->
                      new ErrorPoint(
                          5.0 * i - 20 + random.nextDouble(),
                          1 + random.nextInt(99),
                          30 * random.nextGaussian()))
              .toList();
      double[] predicted = DoubleStream.iterate(-40, it -> it < 160, it -> it + 0.5).toArray();
      for (ErrorQuantile spec : List.of(LOW, HIGH)) {
        List<Double> ends = ends(spec, points, predicted);
        for (int i = 0; i < predicted.length; i++) {
          double sign = spec == LOW ? 1 : -1;
          assertThat(sign * (predicted[i] - ends.get(i))).isGreaterThanOrEqualTo(-1e-9);
          if (i > 0) {
            assertThat(ends.get(i)).isGreaterThanOrEqualTo(ends.get(i - 1) - 1e-3);
          }
        }
      }
    }
  }

  @Test
  void isBoundedAndRoundedAwayFromTheNumber() {
    ErrorQuantile low = new ErrorQuantile(0.1, "prediction", 0.0, null, 1);
    ErrorQuantile high = new ErrorQuantile(0.9, "prediction", 0.0, 100.0, 0);

    assertThat(ends(low, List.of(point(10, -4)), 3, 10.26)).containsExactly(0.0, 6.2);
    assertThat(ends(high, List.of(point(10, 4.1)), 10, 98)).containsExactly(15.0, 100.0);
  }

  @Test
  void largeAndSmallNumbersAreNumbersOfSql() {
    assertThat(ends(LOW, List.of(point(1e9, -1e8), point(2e9, -2e8)), 1.5e9).get(0))
        .isCloseTo(1.35e9, within(1.0));
    assertThat(ends(HIGH, List.of(point(1e-5, 1e-6)), 1e-5).get(0))
        .isCloseTo(1.1e-5, within(1e-12));
  }

  private static ErrorPoint point(double predicted, double error) {
    return new ErrorPoint(predicted, 50, error);
  }

  private static List<Double> ends(
      ErrorQuantile spec, List<ErrorPoint> points, double... predicted) {
    String numbers =
        DoubleStream.of(predicted)
            .mapToObj(it -> "cast('" + it + "' as double)")
            .collect(Collectors.joining("), (", "values (", ")"));
    return SparkForTests.forFewRows()
        .sql(
            "select double(%s) from (%s) as t(prediction)"
                .formatted(new ErrorCurve(spec, points).sql(), numbers))
        .collectAsList()
        .stream()
        .map((Row row) -> row.getDouble(0))
        .toList();
  }
}
