package flights.workloads.sales;

import java.util.Map;

/**
 * How stores of a region sell.
 *
 * @param demand a factor for all
 * @param kinds a further factor for some kinds of products
 */
public record SalesRegion(double demand, Map<String, Double> kinds) {

  double of(String kind) {
    return demand * kinds.getOrDefault(kind, 1.0);
  }
}
