package flights.flight.spark.delay;

import java.io.Serializable;

/**
 * How to learn.
 *
 * @param blockDays the past is gone through in blocks of so many days
 * @param halfLifeDays after so many days a flight's result counts half
 * @param smoothing how many flights of its own outweigh what is known of a flight's route
 * @param retiming the part of a new scheduled duration that the flight itself does not take up
 * @param spreadBins how finely the spread depends on what is known
 * @param maxSamples at most so many flights are regressed on; all count in the history
 */
record Learning(
    int blockDays,
    double halfLifeDays,
    double smoothing,
    double retiming,
    int spreadBins,
    int maxSamples,
    long seed)
    implements Serializable {}
