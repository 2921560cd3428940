/** What the tests of several modules share. */
package flights.testing;
