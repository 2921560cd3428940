package flights.flight.spark.trees;

import java.io.Serializable;

/**
 * How trees are boosted.
 *
 * @param rounds each adds a tree for every class
 * @param step the part of a tree that is added
 * @param leastWeight of a leaf
 * @param bins of a column's values
 */
public record Boosting(int rounds, int depth, double step, double leastWeight, int bins)
    implements Serializable {}
