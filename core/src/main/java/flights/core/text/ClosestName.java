package flights.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what somebody may have meant. */
public final class ClosestName {

  /** As different a name may always be; a longer one in half of its letters. */
  private static final int LEAST = 2;

  private ClosestName() {}

  /**
   * For the end of a message: the known name that is most like the wrong one; empty when none is
   * like it.
   */
  public static String hint(String wrong, Collection<String> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    String lower = wrong.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(
            name ->
                distance.apply(lower, name.toLowerCase(Locale.ROOT))
                    <= Math.max(LEAST, wrong.length() / 2))
        .min(
            Comparator.<String>comparingInt(
                    name -> distance.apply(lower, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }
}
