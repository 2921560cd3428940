package flights.faults;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** What was sent, and what was said of it when it was. */
final class SentRequests {

  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final Set<String> unusable = ConcurrentHashMap.newKeySet();
  private final Set<String> unsure = ConcurrentHashMap.newKeySet();
  private final Map<Integer, AtomicLong> refused = new ConcurrentHashMap<>();
  private final AtomicLong unsent = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final Map<Integer, AtomicLong> rude = new ConcurrentSkipListMap<>();

  /** The web server answered 2xx, or Kafka acknowledged it. */
  void accepted(String id) {
    accepted.add(id);
  }

  /** Kafka acknowledged a request that no predictor can use. */
  void acceptedUnusable(String id) {
    unusable.add(id);
  }

  /** Kafka did not acknowledge it; it may be there nevertheless. */
  void unsure(String id) {
    unsure.add(id);
  }

  /**
   * Refused with a status.
   *
   * @param tellsWhen whether it says when to come again
   */
  void refused(int status, boolean tellsWhen) {
    refused.computeIfAbsent(status, same -> new AtomicLong()).incrementAndGet();
    if (!tellsWhen || status != 503 && status != 429) {
      rude.computeIfAbsent(status, same -> new AtomicLong()).incrementAndGet();
    }
  }

  /** There was no connection over which to send it. */
  void unreached() {
    unsent.incrementAndGet();
  }

  /** No answer came: nobody knows what has become of it. */
  void unanswered() {
    unanswered.incrementAndGet();
  }

  /** To be answered with a prediction. */
  Set<String> accepted() {
    return accepted;
  }

  /** To be answered with a rejection. */
  Set<String> unusable() {
    return unusable;
  }

  long refused() {
    return refused.values().stream().mapToLong(AtomicLong::get).sum();
  }

  long refused(int status) {
    return refused.getOrDefault(status, new AtomicLong()).get();
  }

  /** Refused with 429 or 503 without telling when to come again, or with another status. */
  long refusedBadly() {
    return rude.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** The statuses of the bad refusals, and how often each came; nothing when there were none. */
  String badStatuses() {
    return rude.isEmpty() ? null : "refused badly, by status: " + rude;
  }

  long unsent() {
    return unsent.get();
  }

  /** Neither accepted nor refused. */
  long unknown() {
    return unanswered.get() + unsure.size();
  }

  boolean knows(String id) {
    return accepted.contains(id) || unusable.contains(id);
  }
}
