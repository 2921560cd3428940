package flights.flight.spark.trees;

import java.io.Serializable;

/**
 * Boosted trees: how much likelier than expected each class is. A tree is the nodes from its root
 * on; a node without children is a leaf.
 *
 * @param classes how many there are
 * @param roots the first node of each tree
 * @param classOf that each tree speaks of
 * @param columns that each node asks for, or -1 for a leaf
 * @param bounds a value below it goes to the left
 * @param left the node on the left; the one on the right follows it
 * @param leftWhenMissing whether a missing value goes to the left
 * @param values logarithms; of an inner node the mean of the leaves below it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Trees(
    int classes,
    int[] roots,
    int[] classOf,
    int[] columns,
    float[] bounds,
    int[] left,
    boolean[] leftWhenMissing,
    float[] values)
    implements Serializable {

  /** Every class is as likely as expected. */
  public static Trees none(int classes) {
    return new Trees(
        classes,
        new int[0],
        new int[0],
        new int[0],
        new float[0],
        new int[0],
        new boolean[0],
        new float[0]);
  }

  /** Whether there is none. */
  public boolean empty() {
    return roots.length == 0;
  }

  /** The logarithm of how much likelier each class is. */
  public double[] values(float[] row) {
    double[] sums = new double[classes];
    for (int tree = 0; tree < roots.length; tree++) {
      int node = roots[tree];
      while (columns[node] >= 0) {
        node = next(node, row);
      }
      sums[classOf[tree]] += values[node];
    }
    return sums;
  }

  /** What each column adds to {@link #values}, by class; the rest is the same for all flights. */
  public double[][] shares(float[] row) {
    double[][] shares = new double[classes][row.length];
    for (int tree = 0; tree < roots.length; tree++) {
      double[] share = shares[classOf[tree]];
      int node = roots[tree];
      while (columns[node] >= 0) {
        int next = next(node, row);
        share[columns[node]] += values[next] - values[node];
        node = next;
      }
    }
    return shares;
  }

  private int next(int node, float[] row) {
    float value = row[columns[node]];
    boolean goesLeft = Float.isNaN(value) ? leftWhenMissing[node] : value < bounds[node];
    return left[node] + (goesLeft ? 0 : 1);
  }
}
