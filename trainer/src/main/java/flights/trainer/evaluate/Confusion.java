package flights.trainer.evaluate;

import flights.core.card.ClassScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The figures that follow from rows by true class and predicted class. */
final class Confusion {

  private final long[][] rows;

  /** Takes rows by true class, then by predicted class. */
  Confusion(long[][] rows) {
    this.rows = rows;
  }

  long rows() {
    return Arrays.stream(rows).flatMapToLong(LongStream::of).sum();
  }

  double accuracy() {
    return Rounded.ratio(classes().mapToLong(k -> rows[k][k]).sum(), rows());
  }

  double weightedF1() {
    return Rounded.ratio(classes().mapToDouble(k -> f1(k) * (double) actual(k)).sum(), rows());
  }

  List<List<Long>> table() {
    return Arrays.stream(rows).map(row -> LongStream.of(row).boxed().toList()).toList();
  }

  List<ClassScore> scores(List<String> names) {
    List<ClassScore> scores = new ArrayList<>();
    for (int k = 0; k < rows.length; k++) {
      scores.add(
          new ClassScore(
              names.get(k),
              actual(k),
              Rounded.ratio(rows[k][k], predicted(k)),
              Rounded.ratio(rows[k][k], actual(k)),
              Rounded.of(f1(k))));
    }
    return List.copyOf(scores);
  }

  private double f1(int k) {
    long either = actual(k) + predicted(k);
    return either == 0 ? 0 : 2 * (double) rows[k][k] / (double) either;
  }

  private long actual(int k) {
    return LongStream.of(rows[k]).sum();
  }

  private long predicted(int k) {
    return Arrays.stream(rows).mapToLong(row -> row[k]).sum();
  }

  private IntStream classes() {
    return IntStream.range(0, rows.length);
  }
}
