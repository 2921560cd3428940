package flights.flight.spark.delay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Sums of flights by key and block of days. They are whole numbers, so that they are the same
 * however the flights are spread over executors.
 */
final class PastSums implements Iterator<Row> {

  /** By key and block: one row each, the sums in the order of {@link HistorySum}. */
  static final StructType TYPE = type();

  static final String KEY = "key";
  static final String BLOCK = "block";

  /** More are handed on before the next flight is read, so that a task's memory is bounded. */
  private static final int MOST = 100_000;

  private record Place(long key, int block) {}

  private final Iterator<ArrivedFlight> flights;
  private final Blocks blocks;
  private final Map<Place, long[]> sums = new HashMap<>();
  private Iterator<Row> ready = List.<Row>of().iterator();

  PastSums(Iterator<ArrivedFlight> flights, Blocks blocks) {
    this.flights = flights;
    this.blocks = blocks;
  }

  private static StructType type() {
    StructType type =
        new StructType().add(KEY, DataTypes.LongType).add(BLOCK, DataTypes.IntegerType);
    for (HistorySum sum : HistorySum.values()) {
      type = type.add(sum.name(), DataTypes.LongType);
    }
    return type;
  }

  @Override
  public boolean hasNext() {
    if (!ready.hasNext() && flights.hasNext()) {
      sums.clear();
      while (flights.hasNext() && sums.size() < MOST) {
        add(flights.next());
      }
      ready = rows();
    }
    return ready.hasNext();
  }

  @Override
  public Row next() {
    return ready.next();
  }

  private Iterator<Row> rows() {
    List<Row> rows = new ArrayList<>(sums.size());
    sums.forEach(
        (place, values) -> {
          Object[] row = new Object[2 + values.length];
          row[0] = place.key();
          row[1] = place.block();
          for (int i = 0; i < values.length; i++) {
            row[2 + i] = values[i];
          }
          rows.add(RowFactory.create(row));
        });
    return rows.iterator();
  }

  private void add(ArrivedFlight flown) {
    int block = blocks.of(flown.day());
    long[] values = values(flown);
    for (long key : Keys.all(flown.codes(), flown.schedule())) {
      if (key != Keys.NONE) {
        long[] cell =
            sums.computeIfAbsent(new Place(key, block), none -> new long[HistorySum.COUNT]);
        for (int i = 0; i < cell.length; i++) {
          cell[i] += values[i];
        }
      }
    }
  }

  private static long[] values(ArrivedFlight flown) {
    long[] values = new long[HistorySum.COUNT];
    if (flown.departed()) {
      long gain = Math.round(Gains.usual(flown.gain()));
      set(values, HistorySum.FLIGHTS, 1);
      set(values, HistorySum.GAIN, gain);
      set(values, HistorySum.SQUARED_GAIN, gain * gain);
      set(values, HistorySum.DEPARTURE_DELAY, Math.round(Gains.usualDelay(flown.departureDelay())));
    }
    if (!Double.isNaN(flown.departureMinute() + flown.arrivalMinute())) {
      set(values, HistorySum.SCHEDULED_FLIGHTS, 1);
      set(values, HistorySum.DEPARTURE_MINUTE, Math.round(flown.departureMinute()));
      set(values, HistorySum.ARRIVAL_MINUTE, Math.round(flown.arrivalMinute()));
    }
    if (!Double.isNaN(flown.duration())) {
      long duration = Math.round(flown.duration());
      set(values, HistorySum.SCHEDULED_DURATIONS, 1);
      set(values, HistorySum.DURATION, duration);
      if (flown.departed()) {
        set(values, HistorySum.TIMED_FLIGHTS, 1);
        set(values, HistorySum.ELAPSED, duration + Math.round(Gains.usual(flown.gain())));
      }
    }
    return values;
  }

  private static void set(long[] values, HistorySum sum, long value) {
    values[sum.index()] = value;
  }
}
