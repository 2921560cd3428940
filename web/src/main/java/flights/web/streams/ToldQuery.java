package flights.web.streams;

import com.fasterxml.jackson.annotation.JsonIgnore;
import flights.core.store.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.bson.Document;

/**
 * How a query is, as its process has told it last.
 *
 * @param stream the folder that it belongs to; null when none of this program's
 * @param state {@code starts}, {@code runs}, {@code broken} or {@code ended}
 * @param stale whether its process tells nothing any more
 * @param waiting messages that it has not read yet; null when that is not known
 * @param watermark null when it has none
 * @param problem null when there is none
 * @param at when this was so; null when that is not told
 */
public record ToldQuery(
    String name,
    String stream,
    String state,
    boolean stale,
    String target,
    String mode,
    long rows,
    double rowsPerSecond,
    Long waiting,
    Instant watermark,
    long stateRows,
    long stateBytes,
    long restarts,
    String problem,
    Instant at) {

  /** A process tells every second. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /** What needs somebody comes first. */
  static final Comparator<ToldQuery> WORST_FIRST =
      Comparator.comparingInt(ToldQuery::rank).thenComparing(ToldQuery::name);

  /**
   * A document of the collection. One that cannot be read is told as broken, with the reason.
   *
   * @param stream null when it is not known
   */
  static ToldQuery of(Document stored, String stream, Instant now) {
    try {
      ToldQuery told = Documents.to(ToldQuery.class, stored);
      boolean stale = told.at == null || Duration.between(told.at, now).compareTo(SILENCE) > 0;
      return told.with(String.valueOf(stored.get("_id")), stream, stale);
    } catch (IllegalArgumentException e) {
      return unreadable(String.valueOf(stored.get("_id")), stream);
    }
  }

  private static ToldQuery unreadable(String name, String stream) {
    String problem =
        "what the collection " + ToldQueries.COLLECTION + " says of it is not readable";
    return new ToldQuery(
        name, stream, "broken", true, null, null, 0, 0, null, null, 0, 0, 0, problem, null);
  }

  @JsonIgnore
  public boolean isBroken() {
    return "broken".equals(state) || "ended".equals(state);
  }

  private ToldQuery with(String name, String stream, boolean stale) {
    return new ToldQuery(
        name,
        stream,
        state == null ? "starts" : state,
        stale,
        target,
        mode,
        rows,
        rowsPerSecond,
        waiting,
        // Spark begins at the epoch.
        watermark == null || watermark.getEpochSecond() == 0 ? null : watermark,
        stateRows,
        stateBytes,
        restarts,
        problem,
        at);
  }

  private int rank() {
    if (isBroken()) {
      return "broken".equals(state) ? 0 : 1;
    }
    return stale ? 2 : "runs".equals(state) ? 4 : 3;
  }
}
