/**
 * Many flights at once: uploaded files, their progress and their results, and flights that are
 * stored for a batch.
 */
package flights.web.flight.batch;
