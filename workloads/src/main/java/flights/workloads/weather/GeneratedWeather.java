package flights.workloads.weather;

import flights.workloads.chance.SeededNumbers;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

/** Stations A, B, C ... from 2000-01-01 on, always the same for the same seed. */
final class GeneratedWeather implements Iterator<List<Report>> {

  static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  /** Later dates are not written with four digits for the year, by which dates are in order. */
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private static final int LETTERS = 26;

  private final List<StationWeather> stations;
  private LocalDate next = FIRST;

  /** A station's weather does not depend on how many there are. */
  GeneratedWeather(int stations, long seed) {
    this.stations =
        IntStream.range(0, stations)
            .mapToObj(it -> new StationWeather(name(it), new SeededNumbers(seed, it), FIRST))
            .toList();
  }

  /** A to Z, then AA, AB and so on. */
  static String name(int number) {
    String last = String.valueOf((char) ('A' + number % LETTERS));
    return number < LETTERS ? last : name(number / LETTERS - 1) + last;
  }

  @Override
  public boolean hasNext() {
    return !next.isAfter(LAST);
  }

  @Override
  public List<Report> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    LocalDate date = next;
    next = date.plusDays(1);
    return stations.stream().map(station -> station.on(date)).toList();
  }
}
