/**
 * What a model is asked and what it answers, by the configuration in its package alone: fields,
 * their types and limits, and the parser of requests. Knows no certain model.
 */
package flights.core.contract;
