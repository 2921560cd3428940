package flights.flight.spark.delay;

/**
 * A flight that has arrived.
 *
 * @param day counted from 1970
 * @param miles NaN when not known, as are all the numbers that follow but the arrival's delay
 * @param departureMinute scheduled, since local midnight
 * @param arrivalMinute scheduled, since local midnight
 * @param duration scheduled, in minutes
 */
record ArrivedFlight(
    Codes codes,
    int day,
    int dayOfWeek,
    double miles,
    double departureDelay,
    double arrivalDelay,
    double departureMinute,
    double arrivalMinute,
    double duration) {

  /** A number that depends on the flight and the seed only. */
  long hash(long seed) {
    long hash = seed;
    long[] parts = {
      (long) codes.carrier() << 32 | codes.number(),
      (long) codes.origin() << 32 | codes.dest(),
      day,
      Double.doubleToLongBits(departureDelay),
      Double.doubleToLongBits(arrivalDelay),
      Double.doubleToLongBits(departureMinute)
    };
    for (long part : parts) {
      hash = mixed(hash ^ part);
    }
    return hash;
  }

  /** The finaliser of SplitMix64. */
  private static long mixed(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  Schedule schedule() {
    return new Schedule(departureMinute, arrivalMinute, duration);
  }

  double gain() {
    return arrivalDelay - departureDelay;
  }

  boolean departed() {
    return !Double.isNaN(departureDelay);
  }
}
