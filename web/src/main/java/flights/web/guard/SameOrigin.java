package flights.web.guard;

import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Set;

/** Refuses what another site's page makes a browser send here. */
public final class SameOrigin {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  private SameOrigin() {}

  /** Throws {@link Problem} when a request that changes something comes from another site. */
  public static void check(Context ctx) {
    if (!HARMLESS.contains(ctx.method().name()) && isForeign(ctx)) {
      throw Problem.forbidden("Requests from pages of other sites are not taken.");
    }
  }

  private static boolean isForeign(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    String origin = ctx.header("Origin");
    return origin != null && !sameHost(origin, ctx.header("Host"));
  }

  private static boolean sameHost(String origin, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
