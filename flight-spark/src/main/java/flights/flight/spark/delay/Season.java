package flights.flight.spark.delay;

/**
 * What all flights of a few days have in common: weather and wind, that will be others tomorrow.
 * What is learnt of a flight is how it differs from the flights of its days.
 *
 * @param gain the mean, in minutes
 * @param departureDelay the mean, in minutes
 */
record Season(double gain, double departureDelay) {

  static Season of(ArrivedFlights flights, int[] members) {
    double gain = 0;
    double delay = 0;
    int count = 0;
    for (int member : members) {
      ArrivedFlight flown = flights.get(member);
      if (flown.departed()) {
        gain += HistoryWriter.usualGain(flown.gain());
        delay += HistoryWriter.usualDelay(flown.departureDelay());
        count++;
      }
    }
    return new Season(gain / Math.max(1, count), delay / Math.max(1, count));
  }
}
