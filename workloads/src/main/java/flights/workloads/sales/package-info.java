/**
 * The sales of a chain of shops, made by rules. Knows files, streams and the store's collections;
 * no engine, no model.
 */
package flights.workloads.sales;
