package flights.standalone.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database whose collections and indexes are maps of an H2 file, their content in BSON. */
final class DiskDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  /** The prefix by which the backend finds what databases a file holds. */
  private static final String DATA = "databases.";

  private static final String META = "meta.";
  private static final String INDEX = "index.";

  /** No name of a collection has it. */
  private static final String INDEX_NAME = "$";

  private final MVStore file;

  DiskDatabase(String name, MVStore file, CursorRegistry cursors) {
    super(name, cursors);
    this.file = file;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    String space = getFullCollectionNamespace(name);
    MVMap<Object, Document> documents =
        file.openMap(
            DATA + space, new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
    MVMap<String, Object> meta = file.openMap(META + space);
    return new H2Collection(this, name, options, documents, meta, cursorRegistry);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    MVMap<KeyValue, Object> positions =
        file.openMap(
            indexes(collection) + name,
            new MVMap.Builder<KeyValue, Object>().keyType(new KeyType()));
    return new DiskIndex(name, keys, sparse, positions);
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String name) {
    super.dropIndex(collection, name);
    file.removeMap(indexes(collection.getCollectionName()) + name);
  }

  @Override
  public void dropCollection(String name, Oplog oplog) {
    super.dropCollection(name, oplog);
    String space = getFullCollectionNamespace(name);
    remove(map -> map.equals(DATA + space) || map.equals(META + space));
  }

  @Override
  public void drop(Oplog oplog) {
    super.drop(oplog);
    String all = getFullCollectionNamespace("");
    remove(map -> List.of(DATA, META, INDEX).stream().anyMatch(kind -> map.startsWith(kind + all)));
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    String old = collection.getFullName();
    super.moveCollection(from, collection, newName);
    String moved = getFullCollectionNamespace(newName);
    for (String map : List.copyOf(file.getMapNames())) {
      if (map.equals(DATA + old) || map.equals(META + old) || map.startsWith(INDEX + old + "$")) {
        file.renameMap(file.openMap(map), map.replace(old, moved));
      }
    }
  }

  @Override
  protected long getStorageSize() {
    return file.getFileStore().size();
  }

  @Override
  protected long getFileSize() {
    return getStorageSize();
  }

  private String indexes(String collection) {
    return INDEX + getFullCollectionNamespace(collection) + INDEX_NAME;
  }

  private void remove(Predicate<String> doomed) {
    file.getMapNames().stream().filter(doomed).toList().forEach(file::removeMap);
  }
}
