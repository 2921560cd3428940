package flights.flight.spark.delay;

import java.io.Serializable;

/** A linear function about the mean row: {@code base + sum of weight * (x - mean)}. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Line(double base, double[] means, double[] weights) implements Serializable {

  double at(double[] row) {
    double value = base;
    for (int j = 0; j < weights.length; j++) {
      value += weights[j] * (row[j] - means[j]);
    }
    return value;
  }
}
