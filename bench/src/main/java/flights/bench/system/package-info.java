/**
 * Whole systems that the bench starts for itself, on ports and in homes of their own, by the
 * command {@code ./flights up}.
 */
package flights.bench.system;
