/** Amounts in words, and names that people may have meant. */
package flights.core.text;
