package flights.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import flights.bench.questions.SampleStore;
import flights.core.store.StoreAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Several clients ask the store for the heaviest things, over and over. The store has to live, and
 * requests have to be answered meanwhile.
 */
final class HeavyQueries implements Fault.Action<TestSystem> {

  static final int CLIENTS = 4;

  private static final int DOCUMENTS = 200_000;
  private static final int SHORT_DOCUMENTS = 20_000;
  private static final int SECONDS = 30;
  private static final long PAUSE_MILLIS = 200;

  /** Beside the database of the service. */
  private static final String DATABASE = "heavy_queries";

  /** Of the service. */
  private record Answers(int count, long slowestNanos) {}

  @Override
  public void prepare(TestSystem system, boolean isShort) throws Exception {
    try (MongoClient client = client(system)) {
      SampleStore.fill(client.getDatabase(DATABASE), documents(isShort));
    }
  }

  @Override
  public String run(FaultContext<TestSystem> context) throws Exception {
    TestSystem system = context.system();
    long pid = system.store().pid();
    HeavyClient.QueryCounts counts = new HeavyClient.QueryCounts();
    Answers answers;
    List<HeavyClient> clients = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(
            new HeavyClient(client(system), DATABASE, documents(context.isShort()), i, counts));
      }
      answers = answersMeanwhile(context);
    } finally {
      clients.forEach(HeavyClient::stop);
      for (HeavyClient client : clients) {
        client.close();
      }
    }
    context.isOver();
    if (!system.store().isAlive() || system.store().pid() != pid) {
      throw new IllegalStateException("the store has ended: see " + system.store().log());
    }
    drop(system);
    return String.format(
        Locale.ROOT,
        "%d queries were answered, %d refused; %d predictions that were asked for one after the"
            + " other meanwhile came in %.1f s at most",
        counts.answered(),
        counts.refused(),
        answers.count(),
        answers.slowestNanos() / 1e9);
  }

  /** Asks for predictions, one after the other, as long as it lasts. */
  private static Answers answersMeanwhile(FaultContext<TestSystem> context)
      throws InterruptedException {
    long end = System.nanoTime() + context.seconds(SECONDS).toNanos();
    int count = 0;
    long slowest = 0;
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      context.awaitAnswer();
      slowest = Math.max(slowest, System.nanoTime() - start);
      count++;
      Thread.sleep(PAUSE_MILLIS);
    }
    return new Answers(count, slowest);
  }

  private static void drop(TestSystem system) {
    try (MongoClient client = client(system)) {
      MongoDatabase database = client.getDatabase(DATABASE);
      database.drop();
    }
  }

  private static int documents(boolean isShort) {
    return isShort ? SHORT_DOCUMENTS : DOCUMENTS;
  }

  private static MongoClient client(TestSystem system) {
    return MongoClients.create(
        StoreAccess.of(system.settings()).clientSettings().retryReads(false).build());
  }
}
