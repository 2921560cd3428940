package flights.workloads.sales;

import java.util.List;

/**
 * How products of a kind sell.
 *
 * @param quantity pieces a day at the typical price, in a store and a season of factor 1
 * @param trend a factor a year
 * @param season a factor a month, January first
 */
public record ProductKind(
    double quantity, double typicalPrice, double elasticity, double trend, List<Double> season) {}
