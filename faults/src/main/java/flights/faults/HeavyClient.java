package flights.faults;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import flights.bench.questions.Question;
import flights.bench.questions.StoreQuestions;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One who asks one heavy question after the other, until it is stopped. */
final class HeavyClient {

  private static final int TOO_MUCH = 292;

  /** What has become of the questions of all. */
  record QueryCounts(AtomicLong answeredCount, AtomicLong refusedCount) {

    QueryCounts() {
      this(new AtomicLong(), new AtomicLong());
    }

    long answered() {
      return answeredCount.get();
    }

    /** The store cannot hold what they need. */
    long refused() {
      return refusedCount.get();
    }
  }

  private final MongoClient client;
  private final MongoDatabase database;
  private final List<Question> questions;
  private final QueryCounts counts;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile MongoException failure;

  /**
   * Begins at once.
   *
   * @param client is closed with this one
   * @param first which of the questions is the first
   */
  HeavyClient(MongoClient client, String database, int documents, int first, QueryCounts counts) {
    this.client = client;
    this.database = client.getDatabase(database);
    this.questions = StoreQuestions.heaviest(documents);
    this.counts = counts;
    thread = new Thread(() -> askFrom(first), "heavy-client-" + first);
    thread.setDaemon(true);
    thread.start();
  }

  /** Asks nothing new. */
  void stop() {
    stopping = true;
  }

  /** Waits for the answer to its last question; throws IllegalStateException when one failed. */
  void close() throws InterruptedException {
    stop();
    thread.join();
    client.close();
    if (failure != null) {
      throw new IllegalStateException("a query has failed: " + failure.getMessage(), failure);
    }
  }

  private void askFrom(int first) {
    for (int next = first; !stopping; next++) {
      try {
        for (Object ignored : questions.get(next % questions.size()).ask(database)) {
          // It is answered when all of it has come.
        }
        counts.answeredCount.incrementAndGet();
      } catch (MongoException e) {
        if (e.getCode() == TOO_MUCH) {
          counts.refusedCount.incrementAndGet();
        } else {
          failure = e;
          return;
        }
      }
    }
  }
}
