package flights.trainer.evaluate;

import flights.core.card.ErrorBin;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Errors by the predicted number, in bins. */
final class ErrorBins implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int PARTS = 10;

  /** Of fewer, the tenth percentile tells nothing. */
  private static final long ENOUGH = 25;

  private static final double EDGE_TOLERANCE = 0.001;

  private final double[] edges;
  private final Bin[] bins;

  /** Bins between edges, which are in order; a bin holds its lower edge. */
  ErrorBins(double[] edges) {
    this.edges = edges.clone();
    this.bins = new Bin[edges.length + 1];
    Arrays.setAll(bins, i -> new Bin());
  }

  /** Between them lie tenths of the rows by the predicted number, or larger parts of few rows. */
  static double[] edges(Dataset<Row> rows, String prediction) {
    return edges(rows, prediction, PARTS, ENOUGH);
  }

  /**
   * As edges.
   *
   * @param most parts that there are
   * @param enough rows that each has at least
   */
  static double[] edges(Dataset<Row> rows, String prediction, int most, long enough) {
    int parts = (int) Math.max(1, Math.min(most, rows.count() / enough));
    if (parts == 1) {
      return new double[0];
    }
    double[] shares = IntStream.range(1, parts).mapToDouble(i -> (double) i / parts).toArray();
    double[] edges =
        rows.select(EvaluatedRows.column(prediction).cast("double").as("it"))
            .stat()
            .approxQuantile("it", shares, EDGE_TOLERANCE);
    return Arrays.stream(edges).filter(Double::isFinite).sorted().distinct().toArray();
  }

  void add(double prediction, double error) {
    int place = Arrays.binarySearch(edges, prediction);
    bins[place >= 0 ? place + 1 : -place - 1].add(prediction, error);
  }

  void merge(ErrorBins other) {
    for (int i = 0; i < bins.length; i++) {
      bins[i].merge(other.bins[i]);
    }
  }

  /** Without those that are empty. */
  List<ErrorBin> table() {
    List<ErrorBin> table = new ArrayList<>();
    for (Bin bin : bins) {
      if (bin.rows > 0) {
        table.add(bin.told());
      }
    }
    return table;
  }

  /** A quantile of the errors of each that is not empty. */
  List<ErrorPoint> quantile(double level) {
    List<ErrorPoint> points = new ArrayList<>();
    for (Bin bin : bins) {
      if (bin.rows > 0) {
        points.add(
            new ErrorPoint(
                bin.predicted / (double) bin.rows, bin.rows, bin.errors.quantile(level)));
      }
    }
    return points;
  }

  private static final class Bin implements Serializable {

    private static final long serialVersionUID = 1;
    private final QuantileSketch errors = new QuantileSketch();
    private long rows;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double predicted;
    private double sum;

    void add(double prediction, double error) {
      rows++;
      least = Math.min(least, prediction);
      most = Math.max(most, prediction);
      predicted += prediction;
      sum += error;
      errors.add(error);
    }

    void merge(Bin other) {
      rows += other.rows;
      least = Math.min(least, other.least);
      most = Math.max(most, other.most);
      predicted += other.predicted;
      sum += other.sum;
      errors.merge(other.errors);
    }

    ErrorBin told() {
      return new ErrorBin(
          Rounded.of(least),
          Rounded.of(most),
          rows,
          Rounded.ratio(sum, rows),
          Rounded.of(errors.quantile(0.1)),
          Rounded.of(errors.quantile(0.5)),
          Rounded.of(errors.quantile(0.9)));
    }
  }
}
