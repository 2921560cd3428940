/**
 * Which version of a model answers, from which of its requests on, and what is done when it cannot;
 * for each model that the process serves by itself.
 */
package flights.predictor.stream;
