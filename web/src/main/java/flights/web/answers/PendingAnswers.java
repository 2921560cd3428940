package flights.web.answers;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Who waits for which answer. Knows an id only as long as somebody waits for it. */
final class PendingAnswers {

  private final Map<String, Set<PendingAnswer>> byId = new ConcurrentHashMap<>();

  /** It is forgotten once it is answered. */
  PendingAnswer add(String id, Duration patience) {
    PendingAnswer pending = new PendingAnswer(id, patience);
    byId.compute(
        id,
        (same, others) -> {
          Set<PendingAnswer> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(pending);
          return all;
        });
    var unused = pending.answer().whenComplete((answer, failure) -> remove(pending));
    return pending;
  }

  /** Answers all who wait for this id; when nobody does, the answer is not even made. */
  void answer(String id, Function<String, Answer> maker) {
    if (id != null && byId.containsKey(id)) {
      Answer answer = maker.apply(id);
      byId.getOrDefault(id, Set.of()).forEach(pending -> pending.answer().complete(answer));
    }
  }

  /** Tells everybody to come again. */
  void dismissAll() {
    byId.keySet().forEach(id -> answer(id, Answer::waiting));
  }

  int size() {
    return byId.size();
  }

  private void remove(PendingAnswer pending) {
    byId.computeIfPresent(
        pending.id(),
        (id, all) -> {
          all.remove(pending);
          return all.isEmpty() ? null : all;
        });
  }
}
