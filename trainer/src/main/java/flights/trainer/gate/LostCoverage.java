package flights.trainer.gate;

import static java.util.stream.Collectors.joining;

import flights.core.card.FieldCoverage;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a champion has learnt from and a candidate has not: whole months of the year, what came
 * last, or values of a field. A newer year is no loss, and a few values less are none either.
 */
final class LostCoverage {

  /** Shares of the rows of the champion. */
  private static final double MOST_MONTHS = 0.1;

  private static final double MOST_VALUES = 0.2;
  private static final int NAMED = 3;
  private static final int HUNDRED = 100;
  private static final int MONTH_AT = 5;

  private LostCoverage() {}

  /** In words; empty when the candidate knows about as much. */
  static Optional<String> of(List<FieldCoverage> champion, List<FieldCoverage> candidate) {
    List<String> lost = new ArrayList<>();
    for (FieldCoverage known : champion) {
      candidate.stream()
          .filter(it -> it.name().equals(known.name()) && it.months() == known.months())
          .findFirst()
          .flatMap(it -> lost(known, it))
          .ifPresent(lost::add);
    }
    return lost.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", lost));
  }

  private static Optional<String> lost(FieldCoverage champion, FieldCoverage candidate) {
    if (champion.months()) {
      return lostSeasons(champion, candidate).or(() -> lostLatest(champion, candidate));
    }
    // What a list that was cut off lacks may be in the rows all the same.
    return candidate.whole() ? lostValues(champion, candidate) : Optional.empty();
  }

  private static Optional<String> lostSeasons(FieldCoverage champion, FieldCoverage candidate) {
    Set<String> seasons =
        candidate.values().stream().map(LostCoverage::season).collect(Collectors.toSet());
    Predicate<String> isLost = month -> !seasons.contains(season(month));
    return share(champion, isLost, MOST_MONTHS)
        .map(
            share ->
                "no rows of "
                    + champion.values().stream()
                        .filter(isLost)
                        .map(LostCoverage::season)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .map(LostCoverage::monthName)
                        .collect(joining(", "))
                    + share);
  }

  private static Optional<String> lostLatest(FieldCoverage champion, FieldCoverage candidate) {
    String last = Collections.max(candidate.values());
    return share(champion, month -> month.compareTo(last) > 0, MOST_MONTHS)
        .map(share -> "no rows after " + last + share);
  }

  private static Optional<String> lostValues(FieldCoverage champion, FieldCoverage candidate) {
    Set<String> known = Set.copyOf(candidate.values());
    Predicate<String> isLost = value -> !known.contains(value);
    return share(champion, isLost, MOST_VALUES)
        .map(
            share -> {
              List<String> values = champion.values().stream().filter(isLost).toList();
              String more =
                  values.size() > NAMED ? " and %,d more".formatted(values.size() - NAMED) : "";
              String named = values.stream().limit(NAMED).collect(joining(", "));
              return "no " + champion.name() + " " + named + more + share;
            });
  }

  /** Empty when it is not more than is allowed. */
  private static Optional<String> share(
      FieldCoverage champion, Predicate<String> isLost, double most) {
    double share = champion.share(isLost);
    return share > most
        ? Optional.of(String.format(Locale.US, " (%.0f%%)", HUNDRED * share))
        : Optional.empty();
  }

  /** Of 2013-07 the 07. */
  private static String season(String month) {
    return month.substring(MONTH_AT);
  }

  private static String monthName(String season) {
    return Month.of(Integer.parseInt(season)).getDisplayName(TextStyle.FULL, Locale.US);
  }
}
