package flights.workloads.sales;

import static flights.workloads.sales.TestShop.KIEL;
import static flights.workloads.sales.TestShop.TEA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopTest {

  @Test
  void theBundledOneIsAsLargeAsItIsTold() {
    Shop shop = TestShop.bundled();
    assertThat(shop.products()).hasSize(60);
    assertThat(shop.stores()).hasSize(50);
    assertThat(shop.rules().kinds()).hasSize(8);
    assertThat(shop.products())
        .extracting(Product::kind)
        .containsAll(shop.rules().kinds().keySet());
  }

  @Test
  void whatTheRulesDoNotKnowIsNamedWithTheWayOut() {
    assertRefused(
        new Product("P7", "Car", 1, "toys"),
        KIEL,
        "product P7 has the kind \"toys\", which the rules do not know (drinks, food): change it in"
            + " the collection products, or add it to rules.yaml");
    assertRefused(
        TEA,
        new SalesStore("S7", "Ulm", "moon", "medium"),
        "store S7 has the region \"moon\", which the rules do not know (north, south): change it in"
            + " the collection stores, or add it to rules.yaml");
    assertRefused(TEA, new SalesStore("S7", "Ulm", "north", "huge"), "the size \"huge\"");
  }

  @Test
  void whatCannotBeInARowIsNamed() {
    assertRefused(new Product("P7", "Tea", 0, "drinks"), KIEL, "product P7 has the price 0.0,");
    assertRefused(
        new Product("P7", "Tea", Double.NaN, "drinks"), KIEL, "product P7 has the price NaN,");
    assertRefused(new Product("P7", "Tea\nor not", 1, "drinks"), KIEL, "product P7 needs an id");
    assertRefused(TEA, new SalesStore("S7", " ", "north", "small"), "store S7 needs an id");
  }

  @Test
  void thereIsSomethingToSellAndNotTooMuch() {
    assertThatThrownBy(() -> new Shop(List.of(), List.of(KIEL), TestShop.flat()))
        .hasMessage("there is no product: add one to the collection products");
    assertThatThrownBy(() -> new Shop(List.of(TEA, TEA), List.of(KIEL), TestShop.flat()))
        .hasMessage("the product P1 is there twice");
    List<Product> many =
        IntStream.rangeClosed(0, Shop.MOST_PAIRS)
            .mapToObj(i -> new Product("P" + i, "Tea", 1, "drinks"))
            .toList();
    assertThatThrownBy(() -> new Shop(many, List.of(KIEL), TestShop.flat()))
        .hasMessageContaining("too many");
  }

  private static void assertRefused(Product product, SalesStore store, String said) {
    assertThatThrownBy(() -> new Shop(List.of(product), List.of(store), TestShop.flat()))
        .isInstanceOf(SalesException.class)
        .hasMessageContaining(said);
  }
}
