package flights.web.predict;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Who waits for which answer. Knows an id only as long as somebody waits for it. */
final class Waiting {

  private final Map<String, Set<Waiter>> byId = new ConcurrentHashMap<>();

  /** The waiter leaves by itself when it is answered. */
  Waiter add(String id, Duration patience) {
    Waiter waiter = new Waiter(id, patience);
    byId.compute(
        id,
        (same, others) -> {
          Set<Waiter> all = others == null ? ConcurrentHashMap.newKeySet() : others;
          all.add(waiter);
          return all;
        });
    var unused = waiter.answer().whenComplete((answer, failure) -> remove(waiter));
    return waiter;
  }

  /** Answers all who wait for this id; when nobody does, the answer is not even made. */
  void answer(String id, Function<String, Answer> maker) {
    if (id != null && byId.containsKey(id)) {
      Answer answer = maker.apply(id);
      byId.getOrDefault(id, Set.of()).forEach(waiter -> waiter.answer().complete(answer));
    }
  }

  /** Tells everybody to come again. */
  void dismissAll() {
    byId.keySet().forEach(id -> answer(id, Answer::waiting));
  }

  int size() {
    return byId.size();
  }

  private void remove(Waiter waiter) {
    byId.computeIfPresent(
        waiter.id(),
        (id, waiters) -> {
          waiters.remove(waiter);
          return waiters.isEmpty() ? null : waiters;
        });
  }
}
