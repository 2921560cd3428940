package flights.flight.spark.delay;

import java.io.Serializable;

/**
 * How much of what history says is believed.
 *
 * @param smoothing how many flights of its own outweigh what is known of a flight's route
 * @param retiming the part of a new scheduled duration that the flight itself does not take up: the
 *     rest of a change answers the season's winds
 */
record Habits(double smoothing, double retiming) implements Serializable {}
