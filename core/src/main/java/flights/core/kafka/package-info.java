/**
 * Access to Kafka: clients with the settings of the program, the topics of any model, dead letters
 * and backlogs. Knows no message of a certain model.
 */
package flights.core.kafka;
