package flights.web.guard;

import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may do what changes the system for all: people at this machine, and elsewhere those who have
 * the token.
 */
public final class Admin {

  private final Optional<String> token;

  public Admin(Optional<String> token) {
    this.token = token;
  }

  /** Throws {@link Problem} when the caller may not. */
  public void require(Context ctx) {
    if (allows(Caller.of(ctx))) {
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

  boolean allows(Caller caller) {
    return caller.isHere() || token.filter(it -> isSame(it, caller.token())).isPresent();
  }

  /** Takes the same time however much of it is right. */
  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
