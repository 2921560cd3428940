/** Kafka Connect as a process: connectors bring databases to Kafka, and Kafka to databases. */
package flights.connect;
