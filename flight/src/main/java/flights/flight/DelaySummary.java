package flights.flight;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a prediction means to somebody who travels.
 *
 * @param headline such as "Probably on time"
 * @param chance the probability that it is made of, in words; null when the prediction has none
 * @param arrival the expected time on the clock at the destination, with its range; null when the
 *     timetable's arrival is not known
 * @param caution how far the flight lies from those that the model has learnt from; null when it
 *     does not, or that is not known
 */
public record DelaySummary(String headline, String chance, String arrival, String caution) {

  private static final double SURE = 0.6;
  private static final double VERY_SURE = 0.9;
  private static final double MOSTLY = 0.75;
  private static final double HALF = 0.5;
  private static final int HUNDRED = 100;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /** The same, with a caution. */
  public DelaySummary with(String caution) {
    return new DelaySummary(headline, chance, arrival, caution);
  }

  /** The strongest thing that can be said: a bucket, several together, or that it is open. */
  public static DelaySummary of(Prediction prediction) {
    List<Double> shares = prediction.probabilities();
    String arrival = arrival(prediction);
    if (shares == null || shares.size() != DelayBucket.values().length) {
      return new DelaySummary(upper(prediction.bucket().words()), null, arrival, null);
    }
    double likeliest = shares.get(prediction.prediction());
    double early =
        shares.get(DelayBucket.VERY_EARLY.index()) + shares.get(DelayBucket.EARLY.index());
    double late = shares.get(DelayBucket.LATE.index());
    if (likeliest > SURE) {
      return said(likeliest, prediction.bucket().words(), "", arrival);
    }
    if (early >= SURE) {
      return said(early, "early", " of arriving before the scheduled time", arrival);
    }
    if (1 - late >= MOSTLY) {
      return said(1 - late, "on time", " of less than 30 minutes late", arrival);
    }
    if (late >= HALF) {
      return said(late, DelayBucket.LATE.words(), "", arrival);
    }
    return 1 - early >= SURE
        ? said(1 - early, "late", " of arriving after the scheduled time", arrival)
        : new DelaySummary(
            "Hard to say", percent(late) + " chance of 30 minutes late or more", arrival, null);
  }

  /** The whole of it in one line. */
  public String sentence() {
    return chance == null ? headline : headline + ": " + chance;
  }

  private static DelaySummary said(double share, String what, String of, String arrival) {
    String degree = share >= VERY_SURE ? "Very likely " : "Probably ";
    return new DelaySummary(degree + what, percent(share) + " chance" + of, arrival, null);
  }

  /** What is not sure is never called so. */
  private static String percent(double share) {
    long whole = Math.round(HUNDRED * share);
    return Math.max(1, Math.min(HUNDRED - 1, whole)) + "%";
  }

  private static String arrival(Prediction prediction) {
    Integer scheduled = prediction.request().crsArrTime();
    if (scheduled == null || prediction.expectedArrDelay() == null) {
      return null;
    }
    String about = "about " + clock(prediction, prediction.expectedArrDelay());
    return prediction.arrDelayP10() == null || prediction.arrDelayP90() == null
        ? about
        : "%s, between %s and %s"
            .formatted(
                about,
                clock(prediction, prediction.arrDelayP10()),
                clock(prediction, prediction.arrDelayP90()));
  }

  private static String clock(Prediction prediction, double delay) {
    int scheduled = prediction.request().crsArrTime();
    LocalTime time = LocalTime.of(scheduled / HUNDRED % 24, scheduled % HUNDRED);
    LocalDateTime planned = prediction.request().flightDate().atTime(time);
    return CLOCK.format(planned.plusMinutes(Math.round(delay)));
  }

  private static String upper(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
