/** The command line: all commands with their options, help and completion. */
package flights.core.command;
