package flights.workloads.sales;

/**
 * What is sold.
 *
 * @param price in the shop's currency, without a promotion
 * @param kind one of those that the rules know
 */
public record Product(String id, String name, double price, String kind) {}
