package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.sql.Row;

/** Many flights that have arrived, packed. */
final class ArrivedFlights implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int WHOLES = 6;
  private static final int NUMBERS = 6;

  private final Vocabulary roster = Vocabulary.empty();
  private int[] wholes = new int[WHOLES << 8];
  private float[] numbers = new float[NUMBERS << 8];
  private int size;

  static ArrivedFlights of(Iterator<Row> rows) {
    ArrivedFlights table = new ArrivedFlights();
    while (rows.hasNext()) {
      table.add(FlightColumns.flown(rows.next(), table.roster));
    }
    return table;
  }

  Vocabulary roster() {
    return roster;
  }

  int size() {
    return size;
  }

  ArrivedFlight get(int index) {
    int whole = index * WHOLES;
    int number = index * NUMBERS;
    return new ArrivedFlight(
        new Codes(wholes[whole], wholes[whole + 1], wholes[whole + 2], wholes[whole + 3]),
        wholes[whole + 4],
        wholes[whole + 5],
        numbers[number],
        numbers[number + 1],
        numbers[number + 2],
        numbers[number + 3],
        numbers[number + 4],
        numbers[number + 5]);
  }

  int day(int index) {
    return wholes[index * WHOLES + 4];
  }

  void addAll(ArrivedFlights other) {
    for (int i = 0; i < other.size; i++) {
      ArrivedFlight flown = other.get(i);
      add(flown.with(roster.translate(flown.codes(), other.roster)));
    }
  }

  private void add(ArrivedFlight flown) {
    if ((size + 1) * WHOLES > wholes.length) {
      wholes = Arrays.copyOf(wholes, wholes.length * 2);
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    Codes codes = flown.codes();
    int[] whole = {
      codes.carrier(), codes.number(), codes.origin(), codes.dest(), flown.day(), flown.dayOfWeek()
    };
    double[] number = {
      flown.miles(),
      flown.departureDelay(),
      flown.arrivalDelay(),
      flown.departureMinute(),
      flown.arrivalMinute(),
      flown.duration()
    };
    System.arraycopy(whole, 0, wholes, size * WHOLES, WHOLES);
    for (int j = 0; j < NUMBERS; j++) {
      numbers[size * NUMBERS + j] = (float) number[j];
    }
    size++;
  }
}
