/**
 * Does to a system of its own what goes wrong in real life, under a steady load, and compares what
 * was accepted with what was stored and told. Knows {@link flights.bench}, which does not know it.
 */
package flights.faults;
