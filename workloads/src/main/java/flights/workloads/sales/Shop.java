package flights.workloads.sales;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A chain of shops: what it sells, where, and by which rules. Products and stores are sorted by
 * their ids, so that their order where they come from changes nothing.
 */
public record Shop(List<Product> products, List<SalesStore> stores, SalesRules rules) {

  /** So many products times stores fit into the memory of the command. */
  static final int MOST_PAIRS = 100_000;

  private static final double LEAST_PRICE = 0.01;
  private static final double MOST_PRICE = 1_000_000;

  /** Throws {@link SalesException} that names the product or store that does not fit the rules. */
  public Shop {
    products = sorted("product", products, Product::id);
    stores = sorted("store", stores, SalesStore::id);
    if ((long) products.size() * stores.size() > MOST_PAIRS) {
      throw new SalesException(
          "%,d products in %,d stores are too many: products times stores may be %,d"
              .formatted(products.size(), stores.size(), MOST_PAIRS));
    }
    for (Product product : products) {
      requireText("product " + product.id(), product.id(), product.name());
      requireKnown("product " + product.id(), "kind", product.kind(), rules.kinds().keySet());
      if (!(product.price() >= LEAST_PRICE && product.price() <= MOST_PRICE)) {
        throw new SalesException(
            "product %s has the price %s, but it must be from 0.01 to 1000000: change it in the collection products"
                .formatted(product.id(), product.price()));
      }
    }
    for (SalesStore store : stores) {
      requireText("store " + store.id(), store.id(), store.name());
      requireKnown("store " + store.id(), "region", store.region(), rules.regions().keySet());
      requireKnown("store " + store.id(), "size", store.size(), rules.sizes().keySet());
    }
  }

  /** The one in {@code products.csv}, {@code stores.csv} and {@code rules.yaml} of a folder. */
  public static Shop read(Path folder) {
    return new Shop(
        ShopFiles.products(folder),
        ShopFiles.stores(folder),
        SalesRules.read(folder.resolve("rules.yaml")));
  }

  private static <T> List<T> sorted(String thing, List<T> all, Function<T, String> id) {
    if (all.isEmpty()) {
      throw new SalesException(
          "there is no " + thing + ": add one to the collection " + thing + "s");
    }
    Set<String> ids = new HashSet<>();
    for (T one : all) {
      if (!ids.add(id.apply(one))) {
        throw new SalesException("the " + thing + " " + id.apply(one) + " is there twice");
      }
    }
    return all.stream().sorted(Comparator.comparing(id)).toList();
  }

  private static void requireText(String what, String... texts) {
    for (String text : texts) {
      if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
        throw new SalesException(
            "the %s needs an id and a name, of one line each: change it in the collection %ss"
                .formatted(what.strip(), what.substring(0, what.indexOf(' '))));
      }
    }
  }

  private static void requireKnown(
      String what, String key, String value, Collection<String> known) {
    if (!known.contains(value)) {
      throw new SalesException(
          "%s has the %s \"%s\", which the rules do not know (%s): change it in the collection %ss, or add it to rules.yaml"
              .formatted(
                  what,
                  key,
                  value,
                  String.join(", ", new TreeSet<>(known)),
                  what.substring(0, what.indexOf(' '))));
    }
  }
}
