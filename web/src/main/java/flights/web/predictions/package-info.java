/**
 * Predictions of any registered model, by its contract alone: a form, JSON and CSV. Flights have
 * their own form in {@link flights.web.flight.form}, whose way of sending and waiting this uses.
 */
package flights.web.predictions;
