package flights.workloads.sales;

import flights.core.json.Json;
import org.bson.Document;

/** A product or a store as a document that people may have written. */
record ShopDocument(String collection, Document document) {

  static Document of(Product product) {
    return new Document("_id", product.id())
        .append("name", product.name())
        .append("price", product.price())
        .append("kind", product.kind());
  }

  static Document of(SalesStore store) {
    return new Document("_id", store.id())
        .append("name", store.name())
        .append("region", store.region())
        .append("size", store.size());
  }

  Product product() {
    String id = id();
    return new Product(id, text("name"), number("price"), text("kind"));
  }

  SalesStore store() {
    String id = id();
    return new SalesStore(id, text("name"), text("region"), text("size"));
  }

  private String id() {
    if (document.get("_id") instanceof String id && !id.isBlank()) {
      return id;
    }
    throw new SalesException(
        "a document of the collection %s has the _id %s, which is no text: remove it, and insert it with one such as \"%s\""
            .formatted(
                collection,
                shown(document.get("_id")),
                collection.equals(ShopCollections.PRODUCTS) ? "P001" : "S01"));
  }

  private String text(String key) {
    if (document.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw wrong(key, "a text", "\"...\"");
  }

  private double number(String key) {
    if (document.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(key, "a number", "1.99");
  }

  private SalesException wrong(String key, String expected, String example) {
    Object value = document.get(key);
    return new SalesException(
        "%s %s in the collection %s: set one in mongosh: db.%s.updateOne({_id: %s}, {$set: {%s: %s}})"
            .formatted(
                Json.write(document.get("_id")),
                value == null
                    ? "has no " + key
                    : "has the " + key + " " + shown(value) + ", which is not " + expected,
                collection,
                collection,
                Json.write(document.get("_id")),
                key,
                example));
  }

  private static String shown(Object value) {
    String text = value instanceof String ? Json.write(value) : String.valueOf(value);
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }
}
