/** What has passed, counted by model where it passes, and shown as figures of the whole. */
package flights.predictor.metrics;
