package flights.flight.spark.reference;

import flights.core.text.Count;
import java.util.List;
import java.util.Locale;

/** What an import has done, collection by collection in its order. */
public record ImportReport(List<Written> collections) {

  /**
   * What was done to a collection.
   *
   * @param documents how many were written
   * @param removed how many of an earlier import were removed
   */
  public record Written(String collection, long documents, long removed) {}

  /** One line for a log. */
  public String summary() {
    long documents = collections.stream().mapToLong(Written::documents).sum();
    long removed = collections.stream().mapToLong(Written::removed).sum();
    return String.format(
        Locale.ROOT,
        "imported: %s in %s%s",
        Count.of(documents, "document"),
        Count.of(collections.size(), "collection"),
        removed == 0 ? "" : String.format(Locale.ROOT, ", %,d old ones removed", removed));
  }
}
