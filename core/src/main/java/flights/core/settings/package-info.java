/**
 * Everything that can be set from outside: environment variables, command lines, and the folders of
 * this machine. Knows nothing of those whom it configures.
 */
package flights.core.settings;
