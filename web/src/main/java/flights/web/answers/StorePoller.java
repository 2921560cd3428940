package flights.web.answers;

import com.mongodb.MongoInterruptedException;
import flights.web.backends.Backends;
import flights.web.background.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.DelayQueue;

/** Looks into the store for all who wait: one thread, and one query for all who are due. */
final class StorePoller implements AutoCloseable {

  private final DelayQueue<PendingAnswer> queue = new DelayQueue<>();
  private final StoredAnswers stored;
  private final Trouble trouble = new Trouble();
  private final Thread thread = new Thread(this::lookUntilClosed, "web-store-poller");

  StorePoller(StoredAnswers stored) {
    this.stored = stored;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** From now on the store is looked into for this pending, until it is answered. */
  void add(PendingAnswer pending) {
    queue.add(pending);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void lookUntilClosed() {
    try {
      while (true) {
        List<PendingAnswer> due = takeDue();
        long lookedNanos = System.nanoTime();
        Map<String, Answer> found = due.isEmpty() ? Map.of() : find(due);
        due.forEach(pending -> settle(pending, found.get(pending.id()), lookedNanos));
      }
    } catch (InterruptedException | MongoInterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<PendingAnswer> takeDue() throws InterruptedException {
    List<PendingAnswer> due = new ArrayList<>();
    due.add(queue.take());
    queue.drainTo(due);
    due.removeIf(pending -> pending.answer().isDone());
    return due;
  }

  private void settle(PendingAnswer pending, Answer answer, long lookedNanos) {
    if (answer != null) {
      pending.answer().complete(answer);
    } else if (pending.lookAgain(lookedNanos)) {
      queue.add(pending);
    }
  }

  private Map<String, Answer> find(List<PendingAnswer> due) {
    try {
      Map<String, Answer> found =
          stored.find(due.stream().map(PendingAnswer::id).distinct().toList());
      trouble.isOver();
      return found;
    } catch (MongoInterruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      if (!Backends.saysStoreIsAway(e)) {
        trouble.is("predictions cannot be read from the store: " + e.getMessage());
      }
      return Map.of();
    }
  }
}
