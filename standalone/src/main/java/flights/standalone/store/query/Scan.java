package flights.standalone.store.query;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import flights.standalone.store.query.OrderedIndex.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.DataType;

/** The stored documents that a filter asks for, one after the other, found as a plan says. */
final class Scan implements Iterator<StoredDocument> {

  private final MVMap<Object, StoredDocument> documents;
  private final Plan plan;
  private final Filter filter;
  private final Query query;
  private final Iterator<Object> places;
  private final Iterator<Interval> intervals;
  private MapWalk<KeyValue, Object> keys;
  private MapWalk<Object, StoredDocument> all;
  private StoredDocument next;

  Scan(Source source, Plan plan, Document filter, Query query) {
    this.documents = source.documents();
    this.plan = plan;
    this.filter = new Filter(filter);
    this.query = query;
    this.places = plan.places() == null ? null : plan.places().iterator();
    this.intervals = inOrder(plan).iterator();
    if (places == null && plan.index() == null) {
      all = new MapWalk<>(documents, null, null, plan.backwards());
    }
    query.onPause(this::pause);
  }

  @Override
  public boolean hasNext() {
    while (next == null) {
      StoredDocument found = places != null ? nextPlace() : all != null ? nextOfAll() : nextKey();
      if (found == null) {
        return false;
      }
      if (filter.test(found)) {
        next = found;
      }
    }
    return true;
  }

  @Override
  public StoredDocument next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    StoredDocument found = next;
    next = null;
    return found;
  }

  private void pause() {
    if (keys != null) {
      keys.pause();
    }
    if (all != null) {
      all.pause();
    }
  }

  private StoredDocument nextPlace() {
    while (places.hasNext()) {
      StoredDocument found = get(places.next());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private StoredDocument nextOfAll() {
    query.look();
    if (!all.hasNext()) {
      return null;
    }
    all.next();
    query.countDocument();
    return all.value();
  }

  private StoredDocument nextKey() {
    while (true) {
      query.look();
      if (keys != null && keys.hasNext()) {
        KeyValue key = keys.next();
        query.countKey();
        StoredDocument found = get(plan.index().place(key, keys.value()));
        if (found != null && (!plan.index().multikey() || isFirst(key, found))) {
          return found;
        }
      } else if (intervals.hasNext()) {
        Interval interval = intervals.next();
        keys = new MapWalk<>(plan.index().map(), interval.low(), interval.high(), plan.backwards());
      } else {
        return null;
      }
    }
  }

  private StoredDocument get(Object place) {
    StoredDocument found = documents.get(place);
    if (found != null) {
      query.countDocument();
    }
    return found;
  }

  private static List<Interval> inOrder(Plan plan) {
    List<Interval> intervals = new ArrayList<>(plan.intervals());
    if (plan.backwards()) {
      Collections.reverse(intervals);
    }
    return intervals;
  }

  /** A document with several keys in the intervals comes with the first of them. */
  private boolean isFirst(KeyValue key, StoredDocument document) {
    DataType<KeyValue> order = plan.index().map().getKeyType();
    for (Interval interval : inOrder(plan)) {
      KeyValue first = null;
      for (KeyValue values : plan.index().getKeyValues(document.decode())) {
        KeyValue one = plan.index().key(values, key.get(key.size() - 1));
        boolean inside =
            order.compare(one, interval.low()) > 0 && order.compare(one, interval.high()) < 0;
        if (inside && (first == null || (order.compare(one, first) < 0) != plan.backwards())) {
          first = one;
        }
      }
      if (first != null) {
        return order.compare(first, key) == 0;
      }
    }
    return false;
  }
}
