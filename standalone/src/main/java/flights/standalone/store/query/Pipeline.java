package flights.standalone.store.query;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** Stages one behind the other. */
record Pipeline(List<Stage> stages) {

  /** The documents behind the last stage; each is made when it is asked for. */
  Iterator<Document> run(Iterator<Document> documents, Query query) {
    Iterator<Document> out = documents;
    for (Stage stage : stages) {
      out = run(stage, out, query);
    }
    return out;
  }

  private static Iterator<Document> run(Stage stage, Iterator<Document> in, Query query) {
    if (stage instanceof Stage.Each each) {
      return new Changed(in, each, query);
    }
    if (stage instanceof Stage.Window window) {
      return new Windowed(in, window, query);
    }
    return new Gathered(in, (Stage.Holding) stage, query);
  }

  /** For documents that are brought one by one instead of being taken. */
  Collector collector(Query query) {
    return new Brought(stages, query);
  }

  /** An iterator that looks for its next document. */
  private abstract static class Seeking implements Iterator<Document> {
    private Document next;

    /** Null when there is none any more. */
    abstract Document seek();

    @Override
    public boolean hasNext() {
      next = next == null ? seek() : next;
      return next != null;
    }

    @Override
    public Document next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Document found = next;
      next = null;
      return found;
    }
  }

  private static final class Changed extends Seeking {
    private final Iterator<Document> in;
    private final Stage.Each each;
    private final Query query;
    private Iterator<Document> made = Collections.emptyIterator();

    Changed(Iterator<Document> in, Stage.Each each, Query query) {
      this.in = in;
      this.each = each;
      this.query = query;
    }

    @Override
    Document seek() {
      while (!made.hasNext()) {
        query.look();
        if (!in.hasNext()) {
          return null;
        }
        made = each.change().apply(in.next()).iterator();
      }
      return made.next();
    }
  }

  private static final class Windowed extends Seeking {
    private final Iterator<Document> in;
    private final Query query;
    private long skip;
    private long left;

    Windowed(Iterator<Document> in, Stage.Window window, Query query) {
      this.in = in;
      this.query = query;
      this.skip = window.skip();
      this.left = window.limit();
    }

    @Override
    Document seek() {
      while (skip > 0 && in.hasNext()) {
        query.look();
        in.next();
        skip--;
      }
      return left-- > 0 && in.hasNext() ? in.next() : null;
    }
  }

  private static final class Gathered extends Seeking {
    private final Iterator<Document> in;
    private final Stage.Holding gather;
    private final Query query;
    private Iterator<Document> results;

    Gathered(Iterator<Document> in, Stage.Holding gather, Query query) {
      this.in = in;
      this.gather = gather;
      this.query = query;
    }

    @Override
    Document seek() {
      if (results == null) {
        Collector collector = gather.start(query);
        while (in.hasNext()) {
          query.look();
          collector.add(in.next());
        }
        results = collector.results();
      }
      return results.hasNext() ? results.next() : null;
    }
  }

  private static final class Brought implements Collector {
    private final Query query;
    private final List<Stage> before;
    private final long[] seen;
    private final Collector collector;
    private final Pipeline behind;

    Brought(List<Stage> stages, Query query) {
      int gather = 0;
      while (gather < stages.size() && !(stages.get(gather) instanceof Stage.Holding)) {
        gather++;
      }
      this.query = query;
      this.before = stages.subList(0, gather);
      this.seen = new long[gather];
      boolean none = gather == stages.size();
      this.collector = none ? new Held(query) : ((Stage.Holding) stages.get(gather)).start(query);
      this.behind = new Pipeline(none ? List.of() : stages.subList(gather + 1, stages.size()));
    }

    @Override
    public void add(Document document) {
      add(document, 0);
    }

    private void add(Document document, int stage) {
      if (stage == before.size()) {
        collector.add(document);
      } else if (before.get(stage) instanceof Stage.Each each) {
        try (Stream<Document> made = each.change().apply(document)) {
          made.forEach(one -> add(one, stage + 1));
        }
      } else {
        Stage.Window window = (Stage.Window) before.get(stage);
        long number = seen[stage]++;
        if (number >= window.skip() && number - window.skip() < window.limit()) {
          add(document, stage + 1);
        }
      }
    }

    @Override
    public Iterator<Document> results() {
      return behind.run(collector.results(), query);
    }
  }

  /** Holds documents as they are. */
  static final class Held implements Collector {
    private final Query query;
    private final List<Document> documents = new ArrayList<>();

    Held(Query query) {
      this.query = query;
    }

    @Override
    public void add(Document document) {
      query.hold(HeapSize.of(document));
      documents.add(document);
    }

    List<Document> documents() {
      return documents;
    }

    @Override
    public Iterator<Document> results() {
      return documents.iterator();
    }
  }
}
