package flights.model.delay;

import java.util.stream.IntStream;

/**
 * The flights of a table by blocks of days, in the order of time.
 *
 * @param days of each block
 * @param members of each block, as places in the table
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Blocks(int days, int[][] members) {

  private static final int LEAST = 8;

  static Blocks of(FlownTable flights, int wantedDays) {
    int first = IntStream.range(0, flights.size()).map(flights::day).min().orElseThrow();
    int last = IntStream.range(0, flights.size()).map(flights::day).max().orElseThrow();
    int days = Math.max(1, Math.min(wantedDays, (last - first + 1) / LEAST));
    int[] sizes = new int[(last - first) / days + 1];
    for (int i = 0; i < flights.size(); i++) {
      sizes[(flights.day(i) - first) / days]++;
    }
    int[][] members = IntStream.of(sizes).mapToObj(int[]::new).toArray(int[][]::new);
    for (int i = flights.size() - 1; i >= 0; i--) {
      int block = (flights.day(i) - first) / days;
      members[block][--sizes[block]] = i;
    }
    return new Blocks(days, members);
  }

  int count() {
    return members.length;
  }
}
