/** Amounts in words. */
package flights.core.text;
