package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code $sample}: some documents by chance, each as likely as any other. */
final class Sample implements Collector {

  private final int size;
  private final Query query;
  private final List<Document> chosen = new ArrayList<>();
  private long seen;

  Sample(int size, Query query) {
    this.size = size;
    this.query = query;
  }

  @Override
  public void add(Document document) {
    long place = ThreadLocalRandom.current().nextLong(++seen);
    if (chosen.size() < size) {
      query.hold(HeapSize.of(document));
      chosen.add(document);
    } else if (place < size) {
      query.hold(HeapSize.of(document));
      query.release(HeapSize.of(chosen.set((int) place, document)));
    }
  }

  @Override
  public Iterator<Document> results() {
    return chosen.iterator();
  }
}
