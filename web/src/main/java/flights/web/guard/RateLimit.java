package flights.web.guard;

import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** How many requests that change something one client may send: so many a second, on average. */
public final class RateLimit {

  private static final int MOST_CLIENTS = 10_000;
  private static final double NANOS = 1e9;

  private final int perSecond;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param perSecond 0 for no limit
   */
  public RateLimit(int perSecond) {
    this(perSecond, System::nanoTime);
  }

  RateLimit(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.nanos = nanos;
  }

  /** Throws {@link Problem} when the client has sent too many. This machine itself may send all. */
  public void check(Context ctx) {
    if (ctx.method().name().equals("POST") && !Caller.isLoopback(ctx.ip()) && !take(ctx.ip())) {
      throw Problem.tooMany("Too many requests from your address; please slow down.");
    }
  }

  /** Whether this client has one left. */
  boolean take(String client) {
    if (perSecond == 0) {
      return true;
    }
    if (buckets.size() > MOST_CLIENTS) {
      buckets.clear();
    }
    long now = nanos.getAsLong();
    return buckets
            .compute(
                client,
                (same, bucket) ->
                    bucket == null
                        ? new Bucket(2.0 * perSecond - 1, now)
                        : bucket.taken(now, perSecond))
            .left()
        >= 0;
  }

  /** What is left; a client that has been quiet may send two seconds' worth at once. */
  private record Bucket(double left, long atNanos) {

    Bucket taken(long now, int perSecond) {
      double filled = Math.min(2.0 * perSecond, left + (now - atNanos) / NANOS * perSecond);
      return new Bucket(Math.max(filled - 1, -1), now);
    }
  }
}
