package flights.flight.spark.delay;

import java.util.Arrays;

/** Flights with what history said of them before they flew. */
final class Samples {

  private float[] aspects = new float[HistoryFeature.COUNT << 10];
  private float[] departureDelays = new float[1 << 10];
  private float[] arrivalDelays = new float[1 << 10];
  private byte[] daysOfWeek = new byte[1 << 10];
  private int size;

  int size() {
    return size;
  }

  void add(ArrivedFlight flown, Background background) {
    if (size == daysOfWeek.length) {
      grow();
    }
    for (int j = 0; j < HistoryFeature.COUNT; j++) {
      aspects[size * HistoryFeature.COUNT + j] = (float) background.values()[j];
    }
    departureDelays[size] = (float) flown.departureDelay();
    arrivalDelays[size] = (float) flown.arrivalDelay();
    daysOfWeek[size++] = (byte) flown.dayOfWeek();
  }

  double[] aspects(int index) {
    double[] values = new double[HistoryFeature.COUNT];
    for (int j = 0; j < HistoryFeature.COUNT; j++) {
      values[j] = aspects[index * HistoryFeature.COUNT + j];
    }
    return values;
  }

  double departureDelay(int index) {
    return departureDelays[index];
  }

  double arrivalDelay(int index) {
    return arrivalDelays[index];
  }

  int dayOfWeek(int index) {
    return daysOfWeek[index];
  }

  private void grow() {
    int capacity = size * 2;
    aspects = Arrays.copyOf(aspects, capacity * HistoryFeature.COUNT);
    departureDelays = Arrays.copyOf(departureDelays, capacity);
    arrivalDelays = Arrays.copyOf(arrivalDelays, capacity);
    daysOfWeek = Arrays.copyOf(daysOfWeek, capacity);
  }
}
