package flights.web.uploads;

import java.time.Instant;

/**
 * A file that is kept as a whole.
 *
 * @param size in bytes
 * @param at when it was put there
 */
record StoredObject(String name, long size, Instant at) {}
