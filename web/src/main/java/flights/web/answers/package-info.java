/**
 * How any model is asked, and how its answers come: sent to Kafka, heard there or found in the
 * store, and waited for. Knows no certain model.
 */
package flights.web.answers;
