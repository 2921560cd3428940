package flights.workloads.sales;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The rules by which sales are made: what {@code rules.yaml} holds.
 *
 * @param sizes a factor for each size of a store
 * @param weekday a factor for each, Monday first
 * @param dirty the share of all rows that are wrong in each way
 */
public record SalesRules(
    HistoryRule history,
    Map<String, ProductKind> kinds,
    Map<String, Double> sizes,
    Map<String, SalesRegion> regions,
    List<Double> weekday,
    PromotionRule promotions,
    NoiseRule noise,
    Map<DirtyKind, Double> dirty) {

  /**
   * The days that there may be sales of.
   *
   * @param years the usual length
   * @param mostYears the length at most
   */
  public record HistoryRule(LocalDate lastDay, int years, int mostYears) {}

  /**
   * Lower prices for some days.
   *
   * @param every once in so many days
   * @param days that long
   * @param cuts shares of the price, one of which it is lower by
   */
  public record PromotionRule(int every, int days, List<Double> cuts) {}

  /**
   * How far a day is from what is expected.
   *
   * @param dispersion the variance is {@code expected + expected^2 / dispersion}
   * @param most no day sells more
   */
  public record NoiseRule(double dispersion, int most) {}

  /** Throws {@link SalesException} that names the key that is wrong. */
  public static SalesRules read(Path file) {
    return RulesFile.read(file);
  }

  /** The same with other shares of wrong rows; those that are not named are 0. */
  public SalesRules withDirty(Map<DirtyKind, Double> shares) {
    return new SalesRules(
        history, kinds, sizes, regions, weekday, promotions, noise, Map.copyOf(shares));
  }
}
