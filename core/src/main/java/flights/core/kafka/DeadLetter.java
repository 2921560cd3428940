package flights.core.kafka;

import java.time.Instant;

/**
 * A message that could not be used.
 *
 * @param id null when none could be read from it
 */
public record DeadLetter(Instant at, String id, String reason) {}
