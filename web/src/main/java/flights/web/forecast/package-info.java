/**
 * The history and the forecast of monthly series, of any model whose contract tells what its series
 * are.
 */
package flights.web.forecast;
