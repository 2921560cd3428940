package flights.standalone.store;

import static flights.standalone.store.DiskFile.DATA;
import static flights.standalone.store.DiskFile.INDEX;
import static flights.standalone.store.DiskFile.META;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.h2.mvstore.MVMap;

/** A database whose collections and indexes are maps of an H2 file, their content in BSON. */
final class DiskDatabase extends AbstractSynchronizedMongoDatabase<Object> {

  /** No name of a collection has it. */
  private static final String INDEX_NAME = "$";

  private final DiskFile file;

  DiskDatabase(String name, DiskFile file, CursorRegistry cursors) {
    super(name, cursors);
    this.file = file;
    initializeNamespacesAndIndexes();
  }

  @Override
  protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
    String space = getFullCollectionNamespace(name);
    MVMap<Object, Document> documents = file.map(DATA + space);
    MVMap<String, Object> meta = file.map(META + space);
    return new H2Collection(this, name, options, documents, meta, cursorRegistry);
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collection, String name, List<IndexKey> keys, boolean sparse) {
    return new DiskIndex(name, keys, sparse, file.map(indexes(collection) + name));
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String name) {
    super.dropIndex(collection, name);
    String doomed = indexes(collection.getCollectionName()) + name;
    file.remove(doomed::equals);
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
        map -> List.of(DATA, META, INDEX).stream().anyMatch(kind -> map.startsWith(kind + all)));
  }

  @Override
  public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
    String old = collection.getFullName();
    super.moveCollection(from, collection, newName);
    String moved = getFullCollectionNamespace(newName);
    file.rename(
        map ->
            map.equals(DATA + old) || map.equals(META + old) || map.startsWith(INDEX + old + "$"),
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

  private String indexes(String collection) {
    return INDEX + getFullCollectionNamespace(collection) + INDEX_NAME;
  }
}
