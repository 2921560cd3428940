/** Queries that run on: where their rows go, how far they are, and how they are. */
package flights.sql.query;
