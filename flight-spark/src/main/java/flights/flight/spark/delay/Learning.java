package flights.flight.spark.delay;

import flights.flight.spark.trees.Boosting;
import java.io.Serializable;

/**
 * How to learn.
 *
 * @param spreadBins how finely the spread depends on what is known
 * @param maxSamples at most so many flights are regressed on; all count in the history
 */
record Learning(Habits habits, int spreadBins, int maxSamples, Boosting boosting, long seed)
    implements Serializable {}
