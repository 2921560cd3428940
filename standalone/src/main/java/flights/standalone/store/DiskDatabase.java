package flights.standalone.store;

import static flights.standalone.store.DiskFile.DATA;
import static flights.standalone.store.DiskFile.INDEX;
import static flights.standalone.store.DiskFile.META;
import static flights.standalone.store.DiskFile.SORTED;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;

/** A database whose collections and indexes are maps of an H2 file, their content in BSON. */
final class DiskDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  static final String EXPIRE = "expireAfterSeconds";

  /** No name of a collection has it. */
  private static final String INDEX_NAME = "$";

  private static final String INDEXES = "system.indexes";
  private static final int OPTIONS_CONFLICT = 85;
  private static final int INDEX_NOT_FOUND = 27;

  private final DiskFile file;

  DiskDatabase(String name, DiskFile file, CursorRegistry cursors) {
    super(name, cursors);
    this.file = file;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    String space = getFullCollectionNamespace(name);
    return new DiskCollection(
        this, name, options, file, file.documents(space), notes(name), cursorRegistry);
  }

  private MVMap<String, Object> notes(String collection) {
    return file.map(META + getFullCollectionNamespace(collection));
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new DiskIndex(
        name,
        keys,
        sparse,
        file.map(INDEX + space(collection) + name),
        new IndexState(notes(collection), name));
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new SortedIndex(
        name,
        keys,
        sparse,
        file.map(DiskFile.sorted(SortedIndex.descending(keys), space(collection) + name)),
        new IndexState(notes(collection), name),
        "_id");
  }

  /** The file's lock comes first; the superclass would take this object's. */
  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  protected void addIndex(Document description) {
    for (Document known : indexes()) {
      boolean same =
          known.get("ns").equals(description.get("ns"))
              && known.get("name").equals(description.get("name"));
      if (same
          && known.get("key").equals(description.get("key"))
          && sameOptions(known, description)) {
        return;
      }
      if (same) {
        throw new MongoServerError(
            OPTIONS_CONFLICT,
            "IndexOptionsConflict",
            "An equivalent index already exists with the same name but different options: "
                + known.get("name"));
      }
    }
    super.addIndex(description);
  }

  private static boolean sameOptions(Document a, Document b) {
    return Objects.equals(a.get(EXPIRE), b.get(EXPIRE))
        && Boolean.TRUE.equals(a.get("unique")) == Boolean.TRUE.equals(b.get("unique"))
        && Boolean.TRUE.equals(a.get("sparse")) == Boolean.TRUE.equals(b.get("sparse"));
  }

  /** The descriptions of all indexes. */
  List<Document> indexes() {
    List<Document> all = new ArrayList<>();
    MongoCollection<Object> collection = resolveCollection(INDEXES, false);
    if (collection != null) {
      collection.queryAll().forEach(all::add);
    }
    return all;
  }

  /** The collection that an index belongs to, by its description; null when it is gone. */
  DiskCollection collectionOf(Document index) {
    String space = (String) index.get("ns");
    return (DiskCollection) resolveCollection(space.substring(databaseName.length() + 1), false);
  }

  List<DiskCollection> allCollections() {
    return indexes().stream().map(this::collectionOf).filter(Objects::nonNull).distinct().toList();
  }

  /** Changes how long an index keeps documents. */
  Document modify(String collection, Document index) {
    for (Document known : indexes()) {
      if (known.get("ns").equals(getFullCollectionNamespace(collection))
          && (known.get("name").equals(index.get("name"))
              || known.get("key").equals(index.get("keyPattern")))) {
        Document set = new Document(EXPIRE, index.get(EXPIRE));
        resolveCollection(INDEXES, true)
            .updateDocuments(
                new Document("ns", known.get("ns")).append("name", known.get("name")),
                new Document("$set", set),
                ArrayFilters.empty(),
                false,
                false,
                NoopOplog.get());
        Document answer = new Document();
        if (known.get(EXPIRE) != null) {
          answer.put("expireAfterSeconds_old", known.get(EXPIRE));
        }
        return answer.append("expireAfterSeconds_new", index.get(EXPIRE)).append("ok", 1.0);
      }
    }
    throw new MongoServerError(
        INDEX_NOT_FOUND, "IndexNotFound", "cannot find index " + index + " of " + collection);
  }

  @Override
  public Document handleCommand(
      Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
    return command.equalsIgnoreCase("dropIndexes")
        ? dropIndexes((String) query.get(command), query.get("index"))
        : super.handleCommand(channel, command, query, databases, oplog);
  }

  /** The server's own forgets those of the same name in other collections, too. */
  Document dropIndexes(String collection, Object wanted) {
    List<Document> ofCollection =
        indexes().stream()
            .filter(index -> index.get("ns").equals(getFullCollectionNamespace(collection)))
            .toList();
    List<Document> dropped =
        ofCollection.stream()
            .filter(index -> !index.get("name").equals("_id_") && isMeant(index, wanted))
            .toList();
    if (dropped.isEmpty() && !"*".equals(wanted)) {
      throw new IndexNotFoundException("index not found with name [" + wanted + "]");
    }
    for (Document index : dropped) {
      dropIndex(collectionOf(index), (String) index.get("name"));
      indexes.get().deleteDocuments(index, 1);
    }
    return new Document("nIndexesWas", ofCollection.size()).append("ok", 1.0);
  }

  private static boolean isMeant(Document index, Object wanted) {
    return "*".equals(wanted)
        || index.get("name").equals(wanted)
        || index.get("key").equals(wanted)
        || (wanted instanceof List<?> names && names.contains(index.get("name")));
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String name) {
    super.dropIndex(collection, name);
    String gone = space(collection.getCollectionName()) + name;
    file.remove(map -> map.equals(INDEX + gone) || isSorted(map, gone::equals));
  }

  private static boolean isSorted(String map, Predicate<String> name) {
    return map.startsWith(SORTED)
        && name.test(map.substring(map.indexOf('.', SORTED.length()) + 1));
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    String space = getFullCollectionNamespace(name);
    file.remove(map -> map.equals(DATA + space) || map.equals(META + space));
  }

  @Override
  public void drop(Oplog oplog) {
    super.drop(oplog);
    String all = getFullCollectionNamespace("");
    file.remove(
        map ->
            List.of(DATA, META, INDEX).stream().anyMatch(kind -> map.startsWith(kind + all))
                || isSorted(map, name -> name.startsWith(all)));
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    String old = collection.getFullName();
    super.moveCollection(from, collection, newName);
    String moved = getFullCollectionNamespace(newName);
    file.rename(
        map ->
            map.equals(DATA + old)
                || map.equals(META + old)
                || map.startsWith(INDEX + old + INDEX_NAME)
                || isSorted(map, name -> name.startsWith(old + INDEX_NAME)),
        old,
        moved);
  }

  @Override
  protected long getStorageSize() {
    return file.size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }

  private String space(String collection) {
    return getFullCollectionNamespace(collection) + INDEX_NAME;
  }
}
