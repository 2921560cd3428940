package flights.faults;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoException;
import flights.core.store.Store;
import flights.flight.FlightCollections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** What the store holds of the requests of one load, compared with what was accepted. */
final class StoreAudit {

  private static final int AT_ONCE = 1_000;

  private final Store store;
  private final Map<String, Document> answers = new HashMap<>();
  private final Set<String> rejections = new HashSet<>();

  StoreAudit(Store store) {
    this.store = store;
  }

  /** Looks until all are there, or until no more have come for so long. */
  void lookUntilAllAreThere(SentRequests sentRequests, Duration silence)
      throws InterruptedException {
    long quietSince = System.nanoTime();
    int had = -1;
    while (System.nanoTime() - quietSince < silence.toNanos() && isAnythingMissing(sentRequests)) {
      try {
        look(
            missing(sentRequests.accepted(), answers.keySet()),
            missing(sentRequests.unusable(), rejections));
      } catch (MongoException e) {
        // It is not back yet.
      }
      if (answers.size() + rejections.size() > had) {
        had = answers.size() + rejections.size();
        quietSince = System.nanoTime();
      }
      Thread.sleep(200);
    }
    // What has an answer may have a rejection beside it.
    find(FlightCollections.ERRORS, sentRequests.accepted())
        .forEach(it -> rejections.add(it.getString("_id")));
    find(FlightCollections.RESPONSES, sentRequests.unusable())
        .forEach(it -> answers.put(it.getString("_id"), it));
  }

  /** The answers by id, with the version that gave it and when. */
  Map<String, Document> answers() {
    return answers;
  }

  /** Accepted, and neither answered nor rejected. */
  List<String> lost(SentRequests sentRequests) {
    List<String> lost = missing(sentRequests.accepted(), answers.keySet());
    lost.removeAll(rejections);
    lost.addAll(missing(sentRequests.unusable(), rejections));
    return lost;
  }

  /** Answered and rejected, or rejected though they could be used, or the other way round. */
  long wrong(SentRequests sentRequests) {
    return sentRequests.accepted().stream().filter(rejections::contains).count()
        + sentRequests.unusable().stream().filter(answers::containsKey).count();
  }

  long once(SentRequests sentRequests) {
    return sentRequests.accepted().stream().filter(answers::containsKey).count()
        + sentRequests.unusable().stream().filter(rejections::contains).count();
  }

  private boolean isAnythingMissing(SentRequests sentRequests) {
    return !answers.keySet().containsAll(sentRequests.accepted())
        || !rejections.containsAll(sentRequests.unusable());
  }

  private void look(List<String> unanswered, List<String> unrejected) {
    find(FlightCollections.RESPONSES, unanswered)
        .forEach(it -> answers.put(it.getString("_id"), it));
    find(FlightCollections.ERRORS, unrejected).forEach(it -> rejections.add(it.getString("_id")));
  }

  private List<Document> find(String collection, Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    List<Document> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      store
          .collection(collection)
          .find(in("_id", all.subList(from, Math.min(all.size(), from + AT_ONCE))))
          .projection(include("ModelVersion", "ScoredAt"))
          .into(found);
    }
    return found;
  }

  private static List<String> missing(Collection<String> wanted, Set<String> there) {
    return new ArrayList<>(wanted.stream().filter(id -> !there.contains(id)).toList());
  }
}
