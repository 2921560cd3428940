/** Which state of the program runs. */
package flights.core.build;
