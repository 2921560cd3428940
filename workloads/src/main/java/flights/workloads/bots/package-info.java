/**
 * Visitors of a shop, people and bots: knows the database of users and the topic of events; no
 * engine, no model.
 */
package flights.workloads.bots;
