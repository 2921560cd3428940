/**
 * Trainings that are asked for on a topic: their requests, their jobs in the store, and who waits
 * for them. Starts a trainer as a process and knows nothing of how it trains.
 */
package flights.core.training;
