/**
 * Answers questions about stored documents in constant memory: which index is used, how documents
 * are filtered, sorted and aggregated, and what a query may hold meanwhile.
 */
package flights.standalone.store.query;
