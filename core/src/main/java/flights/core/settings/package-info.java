/** Everything that can be set from outside, and the words of command lines. */
package flights.core.settings;
