package flights.flight.spark.delay;

import java.util.Arrays;

/** Flights to regress on: what was known of them before they arrived, and how late they were. */
final class Samples {

  private float[] features = new float[TreeColumn.COUNT << 10];
  private float[] arrivalDelays = new float[1 << 10];
  private int size;

  int size() {
    return size;
  }

  void add(float[] known, double arrivalDelay) {
    if (size == arrivalDelays.length) {
      features = Arrays.copyOf(features, features.length * 2);
      arrivalDelays = Arrays.copyOf(arrivalDelays, arrivalDelays.length * 2);
    }
    System.arraycopy(known, 0, features, size * TreeColumn.COUNT, TreeColumn.COUNT);
    arrivalDelays[size++] = (float) arrivalDelay;
  }

  /** What was known of one. */
  float[] features(int index) {
    return Arrays.copyOfRange(features, index * TreeColumn.COUNT, (index + 1) * TreeColumn.COUNT);
  }

  /** What was known of all, one after the other. */
  float[] matrix() {
    return Arrays.copyOf(features, size * TreeColumn.COUNT);
  }

  double[] aspects(int index) {
    double[] values = new double[HistoryFeature.COUNT];
    for (int j = 0; j < HistoryFeature.COUNT; j++) {
      values[j] = features[index * TreeColumn.COUNT + j];
    }
    return values;
  }

  double departureDelay(int index) {
    return feature(index, TreeColumn.DEPARTURE_DELAY);
  }

  double arrivalDelay(int index) {
    return arrivalDelays[index];
  }

  int dayOfWeek(int index) {
    return (int) feature(index, TreeColumn.DAY_OF_WEEK);
  }

  private float feature(int index, TreeColumn column) {
    return features[index * TreeColumn.COUNT + column.index()];
  }
}
