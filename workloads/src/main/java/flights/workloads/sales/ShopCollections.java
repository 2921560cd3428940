package flights.workloads.sales;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import flights.core.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The products and stores as they are in the store, where people edit them. */
final class ShopCollections {

  static final String PRODUCTS = "products";
  static final String STORES = "stores";

  private final Store store;
  private final Path folder;

  /**
   * Those of a store.
   *
   * @param folder has the rules, and what empty collections begin with
   */
  ShopCollections(Store store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /** Fills those that are empty; returns a line about each that was. */
  List<String> seed() {
    List<String> told = new ArrayList<>();
    if (isEmpty(PRODUCTS)) {
      told.add(insert(PRODUCTS, ShopFiles.products(folder), ShopDocument::of));
    }
    if (isEmpty(STORES)) {
      told.add(insert(STORES, ShopFiles.stores(folder), ShopDocument::of));
    }
    return told;
  }

  private boolean isEmpty(String name) {
    return store.collection(name).find().first() == null;
  }

  private <T> String insert(String name, List<T> rows, Function<T, Document> document) {
    // Another process may be doing the same: what is there stays.
    store
        .collection(name)
        .bulkWrite(rows.stream().map(document).map(ShopCollections::unlessThere).toList());
    return "the collection %s was empty: %,d are put there, from %s"
        .formatted(name, rows.size(), folder.resolve(name + ".csv"));
  }

  private static UpdateOneModel<Document> unlessThere(Document document) {
    List<Bson> fields = new ArrayList<>();
    for (Map.Entry<String, Object> field : document.entrySet()) {
      if (!field.getKey().equals("_id")) {
        fields.add(Updates.setOnInsert(field.getKey(), field.getValue()));
      }
    }
    return new UpdateOneModel<>(
        Filters.eq("_id", document.get("_id")),
        Updates.combine(fields),
        new UpdateOptions().upsert(true));
  }

  /** Throws {@link SalesException} that names a document that cannot be used, and what to do. */
  Shop shop() {
    return new Shop(
        read(PRODUCTS, ShopDocument::product),
        read(STORES, ShopDocument::store),
        SalesRules.read(folder.resolve("rules.yaml")));
  }

  private <T> List<T> read(String name, Function<ShopDocument, T> reader) {
    MongoCollection<Document> collection = store.collection(name);
    List<T> read = new ArrayList<>();
    for (Document document : collection.find().limit(Shop.MOST_PAIRS + 1)) {
      read.add(reader.apply(new ShopDocument(name, document)));
    }
    return read;
  }
}
