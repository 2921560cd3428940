package flights.trainer.evaluate;

import flights.core.card.ReliabilityBin;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** Confidence against truth, in ten bins. */
final class Bins implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int COUNT = 10;

  private final long[] rows = new long[COUNT];
  private final long[] right = new long[COUNT];
  private final double[] confidence = new double[COUNT];

  void add(double sure, boolean hit) {
    int bin = Math.min(COUNT - 1, (int) (sure * COUNT));
    rows[bin]++;
    right[bin] += hit ? 1 : 0;
    confidence[bin] += sure;
  }

  void merge(Bins other) {
    for (int bin = 0; bin < COUNT; bin++) {
      rows[bin] += other.rows[bin];
      right[bin] += other.right[bin];
      confidence[bin] += other.confidence[bin];
    }
  }

  List<ReliabilityBin> table() {
    return IntStream.range(0, COUNT).mapToObj(this::bin).toList();
  }

  /** Expected calibration error. */
  double error() {
    double gaps = 0;
    long all = 0;
    for (int bin = 0; bin < COUNT; bin++) {
      gaps += Math.abs((double) right[bin] - confidence[bin]);
      all += rows[bin];
    }
    return Rounded.ratio(gaps, all);
  }

  private ReliabilityBin bin(int bin) {
    boolean empty = rows[bin] == 0;
    return new ReliabilityBin(
        bin / (double) COUNT,
        (bin + 1) / (double) COUNT,
        rows[bin],
        empty ? null : Rounded.ratio(confidence[bin], rows[bin]),
        empty ? null : Rounded.ratio(right[bin], rows[bin]));
  }
}
