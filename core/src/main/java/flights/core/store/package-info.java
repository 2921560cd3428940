/**
 * Access to the MongoDB that all processes share: connections, documents, and how long they are
 * kept. Knows no document of a certain model.
 */
package flights.core.store;
