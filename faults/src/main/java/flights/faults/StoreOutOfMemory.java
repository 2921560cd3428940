package flights.faults;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import flights.core.store.StoreAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.bson.Document;

/**
 * The store has a small heap, and a client sends it a document that it cannot hold beside what it
 * works with: so its process ends.
 */
final class StoreOutOfMemory implements Fault.Action<TestSystem> {

  private static final int TIMES = 3;
  private static final int PAUSE_SECONDS = 10;

  /** It may find after a minute that it does nothing but collect garbage. */
  private static final Duration ENDS_WITHIN = Duration.ofMinutes(4);

  private static final String HEAP = "FLIGHTS_STORE_HEAP";
  private static final String SMALL = "64m";
  private static final String USUAL = "384m";

  /** Just below what a document may hold; the store needs it twice while it reads it. */
  private static final int TEXT = 15 << 20;

  private static final String LAST_WORDS = "Terminating due to java.lang.OutOfMemoryError";

  @Override
  public String run(FaultContext<TestSystem> context) throws Exception {
    ManagedProcess store = context.system().store();
    long before = ends(store);
    store.restart(Map.of(HEAP, SMALL));
    for (int i = 0; i < TIMES; i++) {
      context.awaitAnswer();
      context.pause(PAUSE_SECONDS);
      long pid = store.pid();
      insert(context.system());
      awaitEnd(store, pid);
    }
    context.isOver();
    store.restart(Map.of(HEAP, USUAL));
    context.awaitAnswer();
    long ends = ends(store) - before;
    if (ends == 0) {
      throw new IllegalStateException("no OutOfMemoryError has ended it: see " + store.log());
    }
    return "an OutOfMemoryError has ended it " + ends + " times";
  }

  /** It is never acknowledged. */
  private static void insert(TestSystem system) {
    try (MongoClient client =
        MongoClients.create(
            StoreAccess.of(system.settings()).clientSettings().retryWrites(false).build())) {
      client
          .getDatabase("out_of_memory")
          .getCollection("documents")
          .insertOne(new Document("text", "a".repeat(TEXT)));
    } catch (MongoException e) {
      // The connection has ended with the store.
    }
  }

  private static void awaitEnd(ManagedProcess store, long pid) throws InterruptedException {
    long end = System.nanoTime() + ENDS_WITHIN.toNanos();
    while (store.pid() == pid && store.isAlive()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the store holds what was meant to be too much for it");
      }
      Thread.sleep(10);
    }
  }

  private static long ends(ManagedProcess store) throws IOException {
    try (var lines = Files.lines(store.log())) {
      return lines.filter(line -> line.contains(LAST_WORDS)).count();
    }
  }
}
