package flights.flight.spark.delay;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** Many flights that have arrived, packed. */
final class ArrivedFlights implements Serializable {

  private static final long serialVersionUID = 1;
  private static final int WHOLES = 6;
  private static final int NUMBERS = 6;

  private int[] wholes = new int[WHOLES << 8];
  private float[] numbers = new float[NUMBERS << 8];
  private int size;

  /** Those that are chosen by what they are, and not by where they stand. */
  static ArrivedFlights sampled(Iterator<ArrivedFlight> flights, double share, long seed) {
    ArrivedFlights sample = new ArrivedFlights();
    while (flights.hasNext()) {
      ArrivedFlight flown = flights.next();
      if (share >= 1 || (flown.hash(seed) >>> 11) * 0x1p-53 < share) {
        sample.add(flown);
      }
    }
    return sample;
  }

  /** All, in an order that depends on what they are only. */
  static ArrivedFlights sorted(List<ArrivedFlights> parts, long seed) {
    ArrivedFlights all = new ArrivedFlights();
    parts.stream()
        .flatMap(part -> IntStream.range(0, part.size).mapToObj(part::get))
        .sorted(
            Comparator.comparingLong((ArrivedFlight flown) -> flown.hash(seed))
                .thenComparing(ArrivedFlight::toString))
        .forEach(all::add);
    return all;
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
