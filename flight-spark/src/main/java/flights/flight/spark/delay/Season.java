package flights.flight.spark.delay;

import java.io.Serializable;

/**
 * What all flights of a few days have in common: weather and wind, that will be others tomorrow.
 * What is learnt of a flight is how it differs from the flights of its days.
 *
 * @param gain the mean, in minutes
 * @param departureDelay the mean, in minutes
 */
record Season(double gain, double departureDelay) implements Serializable {

  static final Season NONE = new Season(0, 0);
}
