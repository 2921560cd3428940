/**
 * Processes of a system as the operating system sees them: processor time, memory, threads, files,
 * disk. Asks the processes nothing.
 */
package flights.bench.watch;
