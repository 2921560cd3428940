package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/** Makes histories of sums that are sorted by key and block. */
record HistoryParts(Blocks blocks, Season[] seasons, Places wanted)
    implements FlatMapFunction<Iterator<Row>, HistoryParts.Part> {

  /** Of a timetable only the latest counts: this is left of it after a block. */
  private static final double TIMETABLE_FADE = 0.25;

  /** What is farther in the past than so many blocks with flights counts no more. */
  private static final int TIMETABLE_BLOCKS = 6;

  /**
   * Some keys of a history.
   *
   * @param whole by key
   * @param rest by the number of a place: all but the blocks around it
   */
  record Part(History whole, History rest) implements Serializable {}

  private record Cell(int block, double[] sums) {}

  @Override
  public Iterator<Part> call(Iterator<Row> rows) {
    Part part = new Part(new History(), new History());
    List<Cell> cells = new ArrayList<>();
    long key = Keys.NONE;
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.getLong(0) != key) {
        add(key, cells, part);
        cells.clear();
        key = row.getLong(0);
      }
      cells.add(cell(row));
    }
    add(key, cells, part);
    return List.of(part).iterator();
  }

  private void add(long key, List<Cell> cells, Part part) {
    if (cells.isEmpty()) {
      return;
    }
    double[] all = new double[HistorySum.COUNT];
    cells.forEach(cell -> addResults(cell.sums(), 1, all));
    double[] whole = all.clone();
    addTimetable(cells, blocks.count(), 0, whole);
    part.whole().put(key, whole);
    int from = 0;
    for (int at = 0; at < cells.size(); at++) {
      int block = cells.get(at).block();
      int number = wanted.number(key, block);
      if (number == 0) {
        continue;
      }
      while (cells.get(from).block() < block - blocks.hole()) {
        from++;
      }
      double[] rest = all.clone();
      for (int i = from; i < cells.size() && cells.get(i).block() <= block + blocks.hole(); i++) {
        addResults(cells.get(i).sums(), -1, rest);
      }
      addTimetable(cells, block, blocks.hole(), rest);
      part.rest().put(number, rest);
    }
  }

  private static void addResults(double[] from, int sign, double[] to) {
    for (HistorySum sum : HistorySum.values()) {
      if (!sum.schedule()) {
        to[sum.index()] += sign * from[sum.index()];
      }
    }
  }

  /** Adds the timetables that are nearest to a block, but those nearer than the hole. */
  private static void addTimetable(List<Cell> cells, int block, int hole, double[] to) {
    int after = 0;
    while (after < cells.size() && cells.get(after).block() < block) {
      after++;
    }
    int used = 0;
    for (int i = after - 1; i >= 0 && used < TIMETABLE_BLOCKS; i--) {
      used += addTimetable(cells.get(i), block - cells.get(i).block() - hole, to);
    }
    used = 0;
    for (int i = after; i < cells.size() && used < TIMETABLE_BLOCKS; i++) {
      used += addTimetable(cells.get(i), cells.get(i).block() - block - hole, to);
    }
  }

  private static int addTimetable(Cell cell, int distance, double[] to) {
    if (distance <= 0) {
      return 0;
    }
    double weight = Math.pow(TIMETABLE_FADE, distance - 1);
    for (HistorySum sum : HistorySum.values()) {
      if (sum.schedule()) {
        to[sum.index()] += weight * cell.sums()[sum.index()];
      }
    }
    return 1;
  }

  private Cell cell(Row row) {
    int block = row.getInt(1);
    double[] sums = new double[HistorySum.COUNT];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = row.getLong(2 + i);
    }
    Season season = seasons[block];
    double flights = sums[HistorySum.FLIGHTS.index()];
    double gain = sums[HistorySum.GAIN.index()];
    sums[HistorySum.GAIN.index()] -= flights * season.gain();
    sums[HistorySum.SQUARED_GAIN.index()] +=
        flights * season.gain() * season.gain() - 2 * gain * season.gain();
    sums[HistorySum.DEPARTURE_DELAY.index()] -= flights * season.departureDelay();
    sums[HistorySum.ELAPSED.index()] -= sums[HistorySum.TIMED_FLIGHTS.index()] * season.gain();
    return new Cell(block, sums);
  }
}
