package flights.workloads.weather;

import flights.workloads.chance.SeededNumbers;
import java.time.LocalDate;

/**
 * The weather of one station, day by day: the temperature follows itself around the average of the
 * month, and rain starts by the month and stops by chance.
 */
final class StationWeather {

  private static final double OF_YESTERDAY = 0.8;
  private static final double NOISE = 10;
  private static final double FREEZING = 32;
  private static final double LARGEST_SHIFT = 12;
  private static final double STOPS = 0.4;

  /** January first. */
  private static final double[] AVERAGE = {33, 35, 43, 53, 63, 72, 77, 75, 68, 57, 47, 38};

  private static final double[] STARTS = {.25, .25, .4, .6, .45, .2, .1, .08, .15, .35, .45, .3};

  private final String name;
  private final SeededNumbers chance;
  private final double shift;
  private double degrees;
  private boolean raining;

  StationWeather(String name, SeededNumbers chance, LocalDate first) {
    this.name = name;
    this.chance = chance;
    shift = LARGEST_SHIFT * (2 * chance.uniform() - 1);
    degrees = average(first);
  }

  /** To be asked of each day, one after the other. */
  Report on(LocalDate date) {
    degrees =
        OF_YESTERDAY * degrees
            + (1 - OF_YESTERDAY) * average(date)
            + NOISE * (2 * chance.uniform() - 1);
    double draw = chance.uniform();
    boolean rains = raining ? draw >= STOPS : draw < STARTS[date.getMonthValue() - 1];
    raining = rains && degrees >= FREEZING;
    return new Report(date, name, Math.round(degrees * 100) / 100.0, raining);
  }

  private double average(LocalDate date) {
    return AVERAGE[date.getMonthValue() - 1] + shift;
  }
}
