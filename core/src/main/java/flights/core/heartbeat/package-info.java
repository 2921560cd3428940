/**
 * The signs of life that processes without an address of their own leave in the store, for others
 * to read. Knows the store, which does not know it.
 */
package flights.core.heartbeat;
