package flights.web.predict;

import com.mongodb.MongoInterruptedException;
import flights.web.backends.Backends;
import flights.web.background.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.DelayQueue;

/** Looks into the store for all who wait: one thread, and one query for all who are due. */
final class StoreLooks implements AutoCloseable {

  private final DelayQueue<Waiter> queue = new DelayQueue<>();
  private final StoredAnswers stored;
  private final Trouble trouble = new Trouble();
  private final Thread thread = new Thread(this::lookUntilClosed, "web-store-looks");

  StoreLooks(StoredAnswers stored) {
    this.stored = stored;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** From now on the store is looked into for this waiter, until it is answered. */
  void add(Waiter waiter) {
    queue.add(waiter);
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void lookUntilClosed() {
    try {
      while (true) {
        List<Waiter> due = takeDue();
        long lookedNanos = System.nanoTime();
        Map<String, Answer> found = due.isEmpty() ? Map.of() : find(due);
        due.forEach(waiter -> settle(waiter, found.get(waiter.id()), lookedNanos));
      }
    } catch (InterruptedException | MongoInterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Waiter> takeDue() throws InterruptedException {
    List<Waiter> due = new ArrayList<>();
    due.add(queue.take());
    queue.drainTo(due);
    due.removeIf(waiter -> waiter.answer().isDone());
    return due;
  }

  private void settle(Waiter waiter, Answer answer, long lookedNanos) {
    if (answer != null) {
      waiter.answer().complete(answer);
    } else if (waiter.lookAgain(lookedNanos)) {
      queue.add(waiter);
    }
  }

  private Map<String, Answer> find(List<Waiter> due) {
    try {
      Map<String, Answer> found = stored.find(due.stream().map(Waiter::id).distinct().toList());
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
