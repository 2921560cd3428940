package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Spreads by how late the flight left and by how far off results are expected to be.
 *
 * @param edges between the columns, by expected distance
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SpreadTable(double[] edges, Spread[][] spreads) implements Serializable {

  /** Fewer results than this say too little; the whole row of the table is taken then. */
  private static final int ENOUGH = 400;

  private static final double[] LATENESS = {-8, -4, -1, 1, 4, 8, 15, 30, 60};

  /**
   * @param delays at departure; NaN before it
   * @param distances expected
   * @param results how far off, in expected distances
   */
  static SpreadTable of(double[] delays, double[] distances, double[] results, int columns) {
    double[] edges = edges(distances, columns);
    int[] rows = Arrays.stream(delays).mapToInt(SpreadTable::row).toArray();
    int[] bins = Arrays.stream(distances).mapToInt(d -> bin(edges, d)).toArray();
    Spread all = Spread.of(results);
    Spread[][] spreads = new Spread[LATENESS.length + 1][columns];
    for (int row = 0; row < spreads.length; row++) {
      int[] members = members(rows, row, IntStream.range(0, rows.length).toArray());
      Spread wider = spread(results, members, all);
      for (int bin = 0; bin < columns; bin++) {
        spreads[row][bin] = spread(results, members(bins, bin, members), wider);
      }
    }
    return new SpreadTable(edges, spreads);
  }

  Spread at(double delay, double distance) {
    return spreads[row(delay)][bin(edges, distance)];
  }

  private static int[] members(int[] bins, int bin, int[] among) {
    return Arrays.stream(among).filter(i -> bins[i] == bin).toArray();
  }

  private static Spread spread(double[] results, int[] members, Spread wider) {
    return members.length < ENOUGH
        ? wider
        : Spread.of(Arrays.stream(members).mapToDouble(i -> results[i]).toArray());
  }

  private static double[] edges(double[] distances, int columns) {
    double[] sorted = distances.clone();
    Arrays.sort(sorted);
    return IntStream.range(1, columns)
        .mapToDouble(column -> sorted[(int) ((long) column * sorted.length / columns)])
        .toArray();
  }

  private static int row(double delay) {
    return Double.isNaN(delay) ? 0 : bin(LATENESS, delay);
  }

  private static int bin(double[] edges, double value) {
    int bin = 0;
    while (bin < edges.length && value >= edges[bin]) {
      bin++;
    }
    return bin;
  }
}
