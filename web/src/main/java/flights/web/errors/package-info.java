/** The one place that turns what went wrong into an answer by HTTP, as JSON or as a page. */
package flights.web.errors;
