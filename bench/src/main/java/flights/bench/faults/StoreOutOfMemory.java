package flights.bench.faults;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import flights.core.store.StoreAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import org.bson.BsonBinaryWriter;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;

/**
 * A client sends the store one message whose documents take more memory than its whole heap: so the
 * store's process ends.
 */
final class StoreOutOfMemory implements Fault.Course<Yard> {

  private static final int TIMES = 3;
  private static final int PAUSE_SECONDS = 10;

  /** It may find after a minute that it does nothing but collect garbage. */
  private static final Duration ENDS_WITHIN = Duration.ofMinutes(4);

  /** Together just below what a message may hold, which is 48 MB. */
  private static final int DOCUMENTS = 3;

  /** Each takes 17 bytes of the message and some 200 of the heap. */
  private static final int ELEMENTS = 900_000;

  private static final String LAST_WORDS = "Terminating due to java.lang.OutOfMemoryError";

  @Override
  public String run(Scene<Yard> scene) throws Exception {
    Part store = scene.system().store();
    long before = ends(store);
    RawBsonDocument document = document();
    for (int i = 0; i < TIMES; i++) {
      if (i > 0) {
        scene.awaitAnswer();
        scene.pause(PAUSE_SECONDS);
      }
      long pid = store.pid();
      insert(scene.system(), document);
      awaitEnd(store, pid);
    }
    scene.isOver();
    long ends = ends(store) - before;
    if (ends == 0) {
      throw new IllegalStateException("no OutOfMemoryError has ended it: see " + store.log());
    }
    return ends == TIMES
        ? null
        : TIMES - ends + " times it ended itself, as only garbage collection was left";
  }

  private static RawBsonDocument document() {
    BasicOutputBuffer bytes = new BasicOutputBuffer();
    try (BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
      writer.writeStartDocument();
      writer.writeStartArray("elements");
      for (int i = 0; i < ELEMENTS; i++) {
        writer.writeStartDocument();
        writer.writeNull("a");
        writer.writeEndDocument();
      }
      writer.writeEndArray();
      writer.writeEndDocument();
    }
    return new RawBsonDocument(bytes.toByteArray());
  }

  /** It is never acknowledged. */
  private static void insert(Yard yard, RawBsonDocument document) {
    try (MongoClient client =
        MongoClients.create(
            StoreAccess.of(yard.settings()).clientSettings().retryWrites(false).build())) {
      client
          .getDatabase("out_of_memory")
          .getCollection("documents", RawBsonDocument.class)
          .insertMany(Collections.nCopies(DOCUMENTS, document));
    } catch (MongoException e) {
      // The connection has ended with the store.
    }
  }

  private static void awaitEnd(Part store, long pid) throws InterruptedException {
    long end = System.nanoTime() + ENDS_WITHIN.toNanos();
    while (store.pid() == pid && store.isAlive()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the store holds what was meant to be too much for it");
      }
      Thread.sleep(10);
    }
  }

  private static long ends(Part store) throws IOException {
    try (var lines = Files.lines(store.log())) {
      return lines.filter(line -> line.contains(LAST_WORDS)).count();
    }
  }
}
