package flights.flight.spark.delay;

import java.io.Serializable;

/**
 * The past in blocks of days.
 *
 * @param first day, counted from 1970
 * @param days of a block
 * @param count of blocks
 * @param hole so many blocks on both sides of a sample's own are kept from it, so that it is looked
 *     up in a history that is as old as one that is served
 */
record Blocks(int first, int days, int count, int hole) implements Serializable {

  private static final int MOST_DAYS = 7;
  private static final int LEAST_BLOCKS = 8;
  private static final int MOST_HOLE = 6;

  static Blocks of(int first, int last) {
    int days = Math.max(1, Math.min(MOST_DAYS, (last - first + 1) / LEAST_BLOCKS));
    int count = (last - first) / days + 1;
    return new Blocks(first, days, count, Math.min(MOST_HOLE, count / 4));
  }

  int of(int day) {
    return (day - first) / days;
  }
}
