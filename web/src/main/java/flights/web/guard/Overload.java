package flights.web.guard;

import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.IntSupplier;

/**
 * Refuses requests while so many wait for a thread that they would not be answered in time: first
 * those that begin something, and only much later those that ask what has become of it.
 */
public final class Overload {

  /** What a slow machine works off in some tenths of a second. */
  static final int MOST_WAITING = 250;

  static final int MOST_WAITING_TO_LOOK = 2_000;

  /** Whoever watches over this process is to hear from it above all then. */
  private static final Set<String> ALWAYS = Set.of("/health", "/ready", "/metrics");

  private final IntSupplier waiting;

  /**
   * @param waiting how many requests wait for a thread
   */
  public Overload(IntSupplier waiting) {
    this.waiting = waiting;
  }

  /** Throws {@link Problem} when it is to come again. */
  public void check(Context ctx) {
    if (refuses(ctx.method().name(), ctx.path())) {
      throw Problem.unavailable("There are too many requests at the moment; please try again.");
    }
  }

  boolean refuses(String method, String path) {
    int most = method.equals("POST") ? MOST_WAITING : MOST_WAITING_TO_LOOK;
    return waiting.getAsInt() > most && !ALWAYS.contains(path);
  }
}
