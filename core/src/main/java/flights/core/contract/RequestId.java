package flights.core.contract;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Ids that nobody can guess and that grow with time (UUID version 7). */
public final class RequestId {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long VERSION_7 = 0x7000;
  private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;

  private static final int TIME_SHIFT = 16;
  private static final int TIMED = 7;

  private RequestId() {}

  /** When an id was made; empty for one of another kind. */
  public static Optional<Instant> madeAt(String id) {
    UUID uuid = UUID.fromString(id);
    return uuid.version() == TIMED
        ? Optional.of(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> TIME_SHIFT))
        : Optional.empty();
  }

  /** A new one; what is asked later lies behind it in a store's index, which spares it seeking. */
  public static String next() {
    long high = System.currentTimeMillis() << TIME_SHIFT | VERSION_7 | RANDOM.nextInt(1 << 12);
    long low = RFC_VARIANT | RANDOM.nextLong() >>> 2;
    return new UUID(high, low).toString();
  }
}
