/** What the command {@code predict} starts: streams of requests, or rows at rest. */
package flights.predictor;
