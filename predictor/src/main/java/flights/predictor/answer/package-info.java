/**
 * Where answers go, whichever way the requests came: into the store, then to Kafka, and then it is
 * noted that the request is answered. What is shared within one process lies in {@link
 * flights.predictor.answer.ProcessWide}.
 */
package flights.predictor.answer;
