package flights.web.answers;

import flights.core.contract.FieldError;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a poll asks for.
 *
 * @param id in small letters
 * @param patience how long the answer may be held back
 */
public record PollParams(String id, Duration patience) {

  public static final Duration MAX_PATIENCE = Duration.ofSeconds(30);

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
  private static final Pattern WAIT = Pattern.compile("(\\d{1,6})(ms|s)");

  /** Throws {@link Problem} when the id or {@code wait} cannot be used. */
  public static PollParams of(Context ctx, Duration defaultPatience) {
    return new PollParams(id(ctx.pathParam("uuid")), patience(ctx, defaultPatience));
  }

  /** Throws {@link Problem} when {@code wait} cannot be used. */
  public static Duration patience(Context ctx, Duration defaultPatience) {
    String wait = ctx.queryParam("wait");
    return wait == null || wait.isEmpty() ? defaultPatience : patience(wait);
  }

  private static String id(String text) {
    if (!UUID.matcher(text).matches()) {
      throw bad("uuid", "must be the id that the request was accepted with");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static Duration patience(String text) {
    Matcher matcher = WAIT.matcher(text);
    if (!matcher.matches()) {
      throw bad("wait", "must be a duration such as 500ms or 5s, 30s at most");
    }
    long amount = Long.parseLong(matcher.group(1));
    Duration asked =
        matcher.group(2).equals("s") ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
    return asked.compareTo(MAX_PATIENCE) > 0 ? MAX_PATIENCE : asked;
  }

  private static Problem bad(String field, String message) {
    return Problem.badFields(List.of(new FieldError(field, message)));
  }
}
