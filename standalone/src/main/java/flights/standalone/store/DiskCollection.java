package flights.standalone.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.Assert;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import flights.standalone.store.query.MapWalk;
import flights.standalone.store.query.Mapped;
import flights.standalone.store.query.OrderedIndex;
import flights.standalone.store.query.Query;
import flights.standalone.store.query.QueryMemory;
import flights.standalone.store.query.Selection;
import flights.standalone.store.query.Source;
import flights.standalone.store.query.StoredDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;

/**
 * A collection whose documents are a map of the file. What changes many takes the file's lock for
 * each part, so it must not hold this object's lock, which its superclass does, meanwhile.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class DiskCollection extends AbstractSynchronizedMongoCollection<Object> implements Source {

  private static final String DATA_SIZE = "dataSize";

  private static final QueryMemory UNLIMITED = new QueryMemory(Long.MAX_VALUE, Long.MAX_VALUE);

  /** How many documents are changed without anybody else coming between. */
  private static final int PART = 200;

  private final DiskFile file;
  private final MVMap<Object, StoredDocument> documents;
  private final MVMap<String, Object> notes;
  private final List<OrderedIndex> ordered = new CopyOnWriteArrayList<>();

  DiskCollection(
      MongoDatabase database,
      String name,
      CollectionOptions options,
      DiskFile file,
      MVMap<Object, StoredDocument> documents,
      MVMap<String, Object> notes,
      CursorRegistry cursors) {
    super(database, name, options, cursors);
    this.file = file;
    this.documents = documents;
    this.notes = notes;
  }

  @Override
  public String fullName() {
    return getFullName();
  }

  @Override
  public MVMap<Object, StoredDocument> documents() {
    return documents;
  }

  @Override
  public List<OrderedIndex> indexes() {
    return ordered;
  }

  @Override
  public Object placeOf(Object id) {
    for (OrderedIndex index : ordered) {
      if (index.unique() && index.fields().equals(List.of(getIdField()))) {
        return index.map().get(new KeyValue(id).normalized());
      }
    }
    Object place = DocumentPlace.of(id);
    return documents.containsKey(place) ? place : null;
  }

  @Override
  public List<Document> project(List<Document> whole, Document projection) {
    return matchDocumentsFromStream(whole.stream(), new Document(), null, 0, 0, 0, projection)
        .collectDocuments();
  }

  @Override
  public void addIndex(Index<Object> index) {
    super.addIndex(index);
    Index<Object> known =
        getIndexes().stream().filter(one -> one.getName().equals(index.getName())).findAny().get();
    if (known == index) {
      ordered.add((OrderedIndex) index);
    }
  }

  @Override
  public void dropIndex(String name) {
    ordered.removeIf(index -> index.getName().equals(name));
    super.dropIndex(name);
  }

  @Override
  protected QueryResult queryDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
    Iterable<Document> found =
        () -> new Mapped<>(find(query, orderBy, skip, limit, null), StoredDocument::decode);
    return new QueryResult(
        projection == null || projection.isEmpty()
            ? found
            : project(StreamSupport.stream(found.spliterator(), false).toList(), projection));
  }

  @Override
  protected QueryResult matchDocuments(
      Document query, Document orderBy, int skip, int limit, int batchSize, Document projection) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    MapWalk<Object, StoredDocument> walk = new MapWalk<>(documents, null, null, false);
    Iterator<DocumentWithPosition<Object>> all =
        new Mapped<>(walk, place -> new DocumentWithPosition<>(walk.value().decode(), place));
    Iterable<DocumentWithPosition<Object>> inParts = () -> new InParts<>(all, walk::pause);
    return StreamSupport.stream(inParts.spliterator(), false);
  }

  @Override
  protected Document getDocument(Object place) {
    StoredDocument document = documents.get(place);
    return document == null ? null : document.decode();
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    Object place =
        getIdField() == null
            ? UUID.randomUUID()
            : DocumentPlace.of(
                Missing.ofNullable(Utils.getSubdocumentValue(document, getIdField())));
    StoredDocument stored = StoredDocument.of(document);
    StoredDocument before = documents.put(place, stored);
    Assert.isNull(before, () -> "there is a document " + place + " already in " + this);
    addToSize(stored.size());
    return place;
  }

  @Override
  protected void handleUpdate(Object place, Document before, Document document) {
    StoredDocument stored = StoredDocument.of(document);
    StoredDocument old = documents.put(Missing.ofNullable(place), stored);
    addToSize(stored.size() - (old == null ? 0 : old.size()));
  }

  @Override
  protected void removeDocument(Object place) {
    StoredDocument removed = documents.remove(place);
    if (removed != null) {
      addToSize(-removed.size());
    }
  }

  /**
   * In parts, so that others come between; and unlike in the server's own class, what has been
   * deleted is not listed.
   */
  @Override
  public int deleteDocuments(Document selector, int limit, Oplog oplog) {
    if (limit > 0 || getIdField() == null) {
      return file.change(() -> delete(find(selector, null, 0, limit, null)));
    }
    int deleted = 0;
    Iterator<StoredDocument> found = find(selector, null, 0, 0, null);
    while (found.hasNext()) {
      deleted += file.change(() -> delete(find(part(selector, found), null, 0, 0, null)));
    }
    return deleted;
  }

  private int delete(Iterator<StoredDocument> found) {
    int deleted = 0;
    for (; found.hasNext(); deleted++) {
      removeDocument(found.next().decode());
    }
    return deleted;
  }

  /** In parts, as {@link #deleteDocuments}. */
  @Override
  public Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean multi,
      boolean upsert,
      Oplog oplog) {
    if (!multi || getIdField() == null) {
      return file.change(
          () -> super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog));
    }
    int matched = 0;
    int changed = 0;
    // Not by an index: what is changed may come again further on in it.
    Iterator<StoredDocument> found = find(selector, null, 0, 0, new Document("$natural", 1));
    while (found.hasNext()) {
      Document part =
          file.change(
              () ->
                  super.updateDocuments(
                      part(selector, found), update, arrayFilters, true, false, oplog));
      matched += ((Number) part.get("n")).intValue();
      changed += ((Number) part.get("nModified")).intValue();
    }
    return matched == 0
        ? file.change(
            () -> super.updateDocuments(selector, update, arrayFilters, true, upsert, oplog))
        : new Document("n", matched).append("nModified", changed);
  }

  /** Asks for the next few of what was found, as far as it is still there and still asked for. */
  private Document part(Document selector, Iterator<StoredDocument> found) {
    List<Object> ids = new ArrayList<>();
    while (ids.size() < PART && found.hasNext()) {
      ids.add(found.next().decode().get(getIdField()));
    }
    Document part = new Document(getIdField(), new Document("$in", ids));
    return selector.isEmpty() ? part : new Document("$and", List.of(part, selector));
  }

  /** Puts all documents into an index, a part at a time, unless it is dropped meanwhile. */
  void fill(SortedIndex index) {
    Object[] last = {null};
    boolean more = true;
    while (more) {
      long began = System.nanoTime();
      more = file.change(() -> ordered.contains(index) && fillPart(index, last));
      LockSupport.parkNanos((System.nanoTime() - began) / 2);
    }
  }

  private boolean fillPart(SortedIndex index, Object[] last) {
    MapWalk<Object, StoredDocument> walk = MapWalk.behind(documents, last[0]);
    for (int i = 0; i < PART; i++) {
      if (!walk.hasNext()) {
        index.state().markComplete();
        return false;
      }
      last[0] = walk.next();
      index.add(walk.value().decode(), last[0]);
    }
    walk.pause();
    return true;
  }

  /** Those that not all documents are in yet. */
  List<SortedIndex> unfilled() {
    return ordered.stream()
        .filter(index -> index instanceof SortedIndex && !index.complete())
        .map(SortedIndex.class::cast)
        .toList();
  }

  /** What the server itself looks for, mostly what is to be changed. */
  private Iterator<StoredDocument> find(
      Document filter, Document sort, int skip, int limit, Document hint) {
    Query query = new Query(UNLIMITED, 0, () -> true);
    Document order = sort == null ? new Document() : sort;
    Iterator<StoredDocument> found =
        new Selection(filter, order, skip, Math.max(0, limit), List.of()).stored(this, hint, query);
    return new InParts<>(found, query::pause);
  }

  @Override
  public int count() {
    return (int) Math.min(Integer.MAX_VALUE, documents.sizeAsLong());
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  @Override
  protected boolean tracksDataSize() {
    return false;
  }

  @Override
  protected void updateDataSize(int more) {
    addToSize(more);
  }

  @Override
  protected int getDataSize() {
    return (int) Math.min(Integer.MAX_VALUE, dataSize());
  }

  /** Of all documents, in bytes. */
  long dataSize() {
    return notes.get(DATA_SIZE) instanceof Number size ? size.longValue() : 0;
  }

  @Override
  public Document getStats() {
    Document stats = super.getStats();
    long count = documents.sizeAsLong();
    stats.put("count", count);
    stats.put("size", dataSize());
    stats.put("avgObjSize", count == 0 ? 0 : dataSize() / count);
    return stats;
  }

  private void addToSize(int more) {
    notes.put(DATA_SIZE, dataSize() + more);
  }
}
