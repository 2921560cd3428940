/** The form for one flight, and the page and the JSON of its prediction. */
package flights.web.flight.form;
