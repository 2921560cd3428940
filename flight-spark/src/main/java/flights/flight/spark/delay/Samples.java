package flights.flight.spark.delay;

import java.util.Arrays;

/** Flights with what history said of them before they flew. */
final class Samples {

  private float[] aspects = new float[Aspect.COUNT << 10];
  private float[] departureDelays = new float[1 << 10];
  private float[] arrivalDelays = new float[1 << 10];
  private byte[] daysOfWeek = new byte[1 << 10];
  private int size;

  int size() {
    return size;
  }

  void add(Flown flown, Background background) {
    if (size == daysOfWeek.length) {
      grow();
    }
    for (int j = 0; j < Aspect.COUNT; j++) {
      aspects[size * Aspect.COUNT + j] = (float) background.values()[j];
    }
    departureDelays[size] = (float) flown.departureDelay();
    arrivalDelays[size] = (float) flown.arrivalDelay();
    daysOfWeek[size++] = (byte) flown.dayOfWeek();
  }

  double[] aspects(int index) {
    double[] values = new double[Aspect.COUNT];
    for (int j = 0; j < Aspect.COUNT; j++) {
      values[j] = aspects[index * Aspect.COUNT + j];
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
    aspects = Arrays.copyOf(aspects, capacity * Aspect.COUNT);
    departureDelays = Arrays.copyOf(departureDelays, capacity);
    arrivalDelays = Arrays.copyOf(arrivalDelays, capacity);
    daysOfWeek = Arrays.copyOf(daysOfWeek, capacity);
  }
}
