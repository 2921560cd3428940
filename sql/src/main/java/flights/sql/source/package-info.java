/** What can be read by name: streams and tables that are on Kafka, views, and what queries make. */
package flights.sql.source;
