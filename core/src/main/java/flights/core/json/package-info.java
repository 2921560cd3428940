/** The one way in which objects become JSON and back. */
package flights.core.json;
