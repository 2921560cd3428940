package flights.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import flights.core.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store has answered, and what it has when it is killed in the midst of writes. */
class StoreKillIT {

  private static final int WRITERS = 3;
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir Path folder;

  private final AtomicInteger next = new AtomicInteger();
  private final Queue<Integer> inserted = new ConcurrentLinkedQueue<>();
  private final AtomicLong counted = new AtomicLong();
  private final AtomicReference<List<Integer>> pushed = new AtomicReference<>(List.of());

  /** A process that is nothing but a store, and says where. */
  static final class Serving {

    public static void main(String[] args) throws InterruptedException {
      EmbeddedStore store = EmbeddedStore.onDisk(Path.of(args[0]), 0);
      System.out.println(store.uri());
      Thread.sleep(TimeUnit.MINUTES.toMillis(5));
    }
  }

  @Test
  void aKilledProcessHasLostNothingItHasAnswered() throws Exception {
    Path file = folder.resolve("documents.mv");
    Process process =
        new ProcessBuilder(
                JAVA,
                "-cp",
                System.getProperty("java.class.path"),
                Serving.class.getName(),
                file.toString())
            .redirectError(folder.resolve("err").toFile())
            .start();
    try (Store store = Store.open(uri(process), "test")) {
      writeWhile(
          store,
          () -> {
            AtomicLong longest = new AtomicLong();
            await()
                .until(
                    () -> {
                      long now = Files.size(folder.resolve("documents.mv.journal"));
                      return longest.getAndAccumulate(now, Math::max) > now;
                    });
            int before = inserted.size();
            await().until(() -> inserted.size() > before + 100);
            process.destroyForcibly().waitFor();
          });
    } finally {
      process.destroyForcibly();
    }
    hasAllThatWasAnswered(file, Answered.of(this), WRITERS);
  }

  @Test
  void aCopyThatIsTakenInTheMidstOfWritesHasWhatWasAnsweredBefore() throws Exception {
    Path file = folder.resolve("documents.mv");
    try (EmbeddedStore embedded = EmbeddedStore.onDisk(file, 0);
        Store store = Store.open(embedded.uri(), "test")) {
      writeWhile(
          store,
          () -> {
            for (int i = 0; i < 5; i++) {
              int before = inserted.size();
              await().until(() -> inserted.size() > before + 150);
              Answered answered = Answered.of(this);
              Path copy = folder.resolve("copy-" + i);
              // The journal first: what it has no more by then is in the file.
              Files.copy(folder.resolve("documents.mv.journal"), folder.resolve(copy + ".journal"));
              Files.copy(file, copy);
              hasAllThatWasAnswered(copy, answered, Integer.MAX_VALUE);
            }
          });
    }
  }

  private static String uri(Process process) throws IOException {
    String line;
    do {
      line = process.inputReader().readLine();
    } while (line != null && !line.startsWith("mongodb://"));
    return line;
  }

  private void writeWhile(Store store, Work work) throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      for (int i = 0; i < WRITERS; i++) {
        writers.execute(() -> write(store.collection("things")));
      }
      work.run();
    } finally {
      writers.shutdownNow();
      assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  /** Until the store is gone, or the thread is interrupted. */
  private void write(MongoCollection<Document> things) {
    FindOneAndUpdateOptions after =
        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        int n = next.incrementAndGet();
        things.insertOne(new Document("_id", n).append("text", "x".repeat(n % 2_000)));
        inserted.add(n);
        things.updateOne(eq("counter"), inc("n", 1L), new UpdateOptions().upsert(true));
        counted.incrementAndGet();
        Document list = things.findOneAndUpdate(eq("list"), push("all", n), after);
        List<Integer> all = list.getList("all", Integer.class);
        pushed.accumulateAndGet(all, (a, b) -> a.size() > b.size() ? a : b);
      }
    } catch (MongoException e) {
      // The store is gone; what it had answered before counts.
    }
  }

  private static void hasAllThatWasAnswered(Path file, Answered answered, int unanswered) {
    try (EmbeddedStore embedded = EmbeddedStore.onDisk(file, 0);
        Store store = Store.open(embedded.uri(), "test")) {
      MongoCollection<Document> things = store.collection("things");
      Set<Object> ids = new HashSet<>();
      for (Document thing : things.find()) {
        assertThat(ids.add(thing.get("_id"))).isTrue();
        if (thing.get("_id") instanceof Integer n) {
          assertThat(thing.getString("text")).hasSize(n % 2_000);
          assertThat(things.find(eq(n)).first()).isEqualTo(thing);
        }
      }
      assertThat(ids).containsAll(answered.inserted());
      assertThat(ids.size() - 2L - answered.inserted().size()).isBetween(0L, (long) unanswered);
      long n = things.find(eq("counter")).first().getLong("n");
      assertThat(n - answered.counted()).isBetween(0L, (long) unanswered);
      List<Integer> all = things.find(eq("list")).first().getList("all", Integer.class);
      assertThat(all).startsWith(answered.pushed().toArray(Integer[]::new)).doesNotHaveDuplicates();
    }
  }

  private record Answered(List<Integer> inserted, long counted, List<Integer> pushed) {

    static Answered of(StoreKillIT test) {
      return new Answered(new ArrayList<>(test.inserted), test.counted.get(), test.pushed.get());
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }
}
