package flights.web.guard;

import io.javalin.http.Context;

/** What every answer tells the browser to allow: this server's own files, and nothing inline. */
public final class SecurityHeaders {

  private static final String CONTENT_POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private SecurityHeaders() {}

  public static void add(Context ctx) {
    ctx.header("Content-Security-Policy", CONTENT_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Frame-Options", "DENY")
        .header("Referrer-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
        // Files say otherwise themselves.
        .header("Cache-Control", "no-store");
  }
}
