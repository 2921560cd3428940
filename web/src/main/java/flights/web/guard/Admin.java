package flights.web.guard;

import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may do what changes the system for all: people at this machine, and elsewhere those who have
 * the token.
 */
public final class Admin {

  // A page of another site can make its own name lead to this machine, but not change that name.
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

  private final Optional<String> token;

  public Admin(Optional<String> token) {
    this.token = token;
  }

  /** Throws {@link Problem} when the caller may not. */
  public void require(Context ctx) {
    if (isHere(ctx) || (token.isPresent() && isToken(given(ctx)))) {
      return;
    }
    if (token.isEmpty()) {
      throw Problem.forbidden(
          "This can only be done on the machine itself, or with a token when FLIGHTS_ADMIN_TOKEN"
              + " sets one.");
    }
    ctx.header("WWW-Authenticate", "Basic realm=\"Flight Delay Predictor\", charset=\"UTF-8\"");
    throw Problem.unauthorized(
        "This needs the token that FLIGHTS_ADMIN_TOKEN sets, as a password.");
  }

  private static boolean isHere(Context ctx) {
    boolean proxied = ctx.header("X-Forwarded-For") != null || ctx.header("Forwarded") != null;
    String host = ctx.header("Host");
    return !proxied && isLoopback(ctx.ip()) && host != null && THIS_MACHINE.matcher(host).matches();
  }

  static boolean isLoopback(String address) {
    try {
      // An address in figures: no name server is asked.
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private boolean isToken(String given) {
    return MessageDigest.isEqual(
        token.orElseThrow().getBytes(StandardCharsets.UTF_8),
        given.getBytes(StandardCharsets.UTF_8));
  }

  private static String given(Context ctx) {
    String header = ctx.header("Authorization");
    if (header == null) {
      return "";
    }
    if (header.startsWith("Bearer ")) {
      return header.substring("Bearer ".length());
    }
    return header.startsWith("Basic ") ? password(header.substring("Basic ".length())) : "";
  }

  private static String password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
