package flights.standalone;

import java.time.Instant;

/**
 * What one of the processes is doing.
 *
 * @param pid 0 when it does not run
 * @param cause why it does not run, or did not before; null when there is nothing to tell
 */
record ProcessState(
    String name, boolean running, long pid, int restarts, String cause, Instant since) {}
