/** How a command line of the engine is run, and how it ends. */
package flights.model.command;
