/**
 * What a bench has found: figures, plots and the machine, as a table, as JSON and as a page. Knows
 * no bench.
 */
package flights.bench.report;
