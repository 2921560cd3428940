/**
 * The status of the whole system, rejected requests, and the page about the addresses themselves.
 */
package flights.web.operate;
