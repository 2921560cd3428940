package flights.flight.spark.delay;

import java.util.stream.IntStream;

/** Ridge regressions over one set of rows. */
final class LeastSquares {

  /** A row by its number, written into an array. */
  interface Rows {
    void fill(int index, double[] row);
  }

  /** What is to be learnt, for a row by its number. */
  interface Target {
    double of(int index);
  }

  private static final double RIDGE = 1e-5;
  private static final double CONSTANT = 1e-9;

  // The number of slices is fixed, so that the sums are the same on any number of cores.
  private static final int SLICES = 16;

  private final Rows rows;
  private final int count;
  private final int columns;
  private final double[] means;
  private final double[] scales;
  private final Cholesky system;

  LeastSquares(Rows rows, int count, int columns) {
    this.rows = rows;
    this.count = count;
    this.columns = columns;
    double[] first = firstRow();
    double[] sums = slices(from -> new Sums(from, count, columns, first).squares(rows));
    means = new double[columns];
    scales = new double[columns];
    system = new Cholesky(correlations(sums, first), columns);
  }

  Line fit(Target target) {
    double[] sums = slices(from -> new Sums(from, count, columns, means).products(rows, target));
    double base = sums[columns] / count;
    double[] weights = new double[columns];
    for (int j = 0; j < columns; j++) {
      weights[j] = scales[j] == 0 ? 0 : sums[j] / count / scales[j];
    }
    system.solve(weights);
    for (int j = 0; j < columns; j++) {
      weights[j] = scales[j] == 0 ? 0 : weights[j] / scales[j];
    }
    return new Line(base, means, weights);
  }

  private double[] firstRow() {
    double[] row = new double[columns];
    rows.fill(0, row);
    return row;
  }

  private double[] correlations(double[] sums, double[] origin) {
    for (int j = 0; j < columns; j++) {
      double shift = sums[columns * columns + j] / count;
      means[j] = origin[j] + shift;
      double variance = sums[j * columns + j] / count - shift * shift;
      scales[j] = variance > CONSTANT ? Math.sqrt(variance) : 0;
    }
    double[] matrix = new double[columns * columns];
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k <= j; k++) {
        double shifts = (means[j] - origin[j]) * (means[k] - origin[k]);
        double scale = scales[j] * scales[k];
        matrix[j * columns + k] = scale == 0 ? 0 : (sums[j * columns + k] / count - shifts) / scale;
      }
      matrix[j * columns + j] = 1 + RIDGE;
    }
    return matrix;
  }

  private static double[] slices(java.util.function.IntFunction<double[]> slice) {
    return IntStream.range(0, SLICES).parallel().mapToObj(slice).toList().stream()
        .reduce(LeastSquares::sum)
        .orElseThrow();
  }

  private static double[] sum(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
    return a;
  }

  /** The sums over each sixteenth row, of the rows less an origin. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Sums(int from, int count, int columns, double[] origin) {

    double[] squares(Rows rows) {
      double[] sums = new double[columns * columns + columns];
      double[] row = new double[columns];
      for (int i = from; i < count; i += SLICES) {
        fill(rows, i, row);
        for (int j = 0; j < columns; j++) {
          double x = row[j];
          sums[columns * columns + j] += x;
          for (int k = 0; k <= j && x != 0; k++) {
            sums[j * columns + k] += x * row[k];
          }
        }
      }
      return sums;
    }

    /** The last is the sum of the targets. */
    double[] products(Rows rows, Target target) {
      double[] sums = new double[columns + 1];
      double[] row = new double[columns];
      for (int i = from; i < count; i += SLICES) {
        fill(rows, i, row);
        double y = target.of(i);
        sums[columns] += y;
        for (int j = 0; j < columns; j++) {
          sums[j] += row[j] * y;
        }
      }
      return sums;
    }

    private void fill(Rows rows, int index, double[] row) {
      rows.fill(index, row);
      for (int j = 0; j < columns; j++) {
        row[j] -= origin[j];
      }
    }
  }
}
