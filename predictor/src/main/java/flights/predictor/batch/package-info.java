/** Rows at rest, in files and collections, predicted by the plan that serves streams. */
package flights.predictor.batch;
