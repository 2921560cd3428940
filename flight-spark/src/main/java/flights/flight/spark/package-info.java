/**
 * What flights add to the engine, found by it as a {@link flights.model.domain.Domain}, and the
 * command lines that only flights have.
 */
package flights.flight.spark;
