package flights.flight.spark.delay;

import flights.flight.Reason;
import java.util.List;

/**
 * What is answered for one flight; delays are minutes.
 *
 * @param probabilities of the four buckets
 * @param late how likely it is {@link #LATE} minutes late or more
 * @param reasons the most important first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Forecast(
    double[] probabilities,
    double expected,
    double p10,
    double p50,
    double p90,
    double late,
    List<Reason> reasons) {

  /** So many minutes count as late in the statistics of the Bureau. */
  private static final int LATE = 15;

  static Forecast of(DelayDistribution outlook, List<Reason> reasons) {
    return new Forecast(
        outlook.probabilities(),
        outlook.expected(),
        outlook.quantile(0.1),
        outlook.quantile(0.5),
        outlook.quantile(0.9),
        outlook.reaches(LATE),
        reasons);
  }

  /** The most probable bucket. */
  int bucket() {
    int best = 0;
    for (int bucket = 1; bucket < probabilities.length; bucket++) {
      best = probabilities[bucket] > probabilities[best] ? bucket : best;
    }
    return best;
  }
}
