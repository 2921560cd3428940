package flights.workloads.sales;

/**
 * Where it is sold.
 *
 * @param region one of those that the rules know
 * @param size one of those that the rules know
 */
public record SalesStore(String id, String name, String region, String size) {}
