package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/** A stage of an aggregation. */
sealed interface Stage {

  /** Makes of each document by itself none, one or several. */
  record Each(Function<Document, Stream<Document>> change) implements Stage {}

  /** Leaves out the first documents, and all behind the last. */
  record Window(long skip, long limit) implements Stage {}

  /** Takes all before it gives any. */
  sealed interface Holding extends Stage {
    Collector start(Query query);
  }

  /** Any kind of that. */
  record Gather(Function<Query, Collector> how) implements Holding {
    @Override
    public Collector start(Query query) {
      return how.apply(query);
    }
  }

  /**
   * Gives documents in order.
   *
   * @param wanted how many of the first; 0 for all
   */
  record Sort(Document order, long wanted) implements Holding {
    @Override
    public Collector start(Query query) {
      Sorter sorter = new Sorter(order, wanted, query);
      return new Collector() {
        @Override
        public void add(Document document) {
          sorter.add(document);
        }

        @Override
        public Iterator<Document> results() {
          return new Mapped<>(sorter.sorted(), StoredDocument::decode);
        }
      };
    }
  }
}
