package flights.flight.spark.delay;

/** Solves linear systems of one symmetric, positive definite matrix. */
final class Cholesky {

  private final double[] factor;
  private final int size;

  /**
   * @param matrix row after row; its lower half is read, and overwritten
   */
  Cholesky(double[] matrix, int size) {
    this.factor = matrix;
    this.size = size;
    for (int j = 0; j < size; j++) {
      for (int k = 0; k <= j; k++) {
        double rest = matrix[j * size + k] - dot(j, k);
        matrix[j * size + k] = j == k ? Math.sqrt(rest) : rest / matrix[k * size + k];
      }
    }
  }

  /** Puts the solution in the place of the right-hand side. */
  void solve(double[] vector) {
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < j; k++) {
        vector[j] -= factor[j * size + k] * vector[k];
      }
      vector[j] /= factor[j * size + j];
    }
    for (int j = size - 1; j >= 0; j--) {
      for (int k = j + 1; k < size; k++) {
        vector[j] -= factor[k * size + j] * vector[k];
      }
      vector[j] /= factor[j * size + j];
    }
  }

  private double dot(int j, int k) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += factor[j * size + i] * factor[k * size + i];
    }
    return sum;
  }
}
