package flights.web.guard;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Who sends a request, as far as can be told.
 *
 * @param address where it comes from, in figures
 * @param host the name that this server was called by; null when it was called by none
 * @param proxied whether somebody stands between, who may hide another address
 * @param authorization the header; null when there is none
 */
record Caller(String address, String host, boolean proxied, String authorization) {

  // A page of another site can make its own name lead to this machine, but not change that name.
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");

  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  static Caller of(Context ctx) {
    return new Caller(
        ctx.ip(),
        ctx.header("Host"),
        ctx.header("X-Forwarded-For") != null || ctx.header("Forwarded") != null,
        ctx.header("Authorization"));
  }

  boolean isHere() {
    return !proxied && isLoopback(address) && host != null && THIS_MACHINE.matcher(host).matches();
  }

  /** As a bearer token or as a password; empty when there is none. */
  String token() {
    if (authorization == null) {
      return "";
    }
    if (authorization.startsWith(BEARER)) {
      return authorization.substring(BEARER.length());
    }
    return authorization.startsWith(BASIC) ? password(authorization.substring(BASIC.length())) : "";
  }

  static boolean isLoopback(String address) {
    try {
      // An address in figures: no name server is asked.
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
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
