package flights.web.errors;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.regex.Pattern;

/** What a caller wants to be answered with. */
public final class Wants {

  private static final String API = "/flights/delays/predict/";

  private static final Pattern JSON_API = Pattern.compile("/api/.+|/models/[^/]+/predictions");

  /** For people and programs alike; who does not say is a program. */
  private static final Pattern FOR_BOTH = Pattern.compile("/models/[^/]+/trainings(/[^/]+)?");

  private Wants() {}

  /** Whether a person looks at the answer in a browser. */
  public static boolean page(Context ctx) {
    boolean browser = accepts(ctx, "text/html");
    if (JSON_API.matcher(ctx.path()).matches()) {
      return browser && ctx.isMultipartFormData();
    }
    if (FOR_BOTH.matcher(ctx.path()).matches()) {
      return browser;
    }
    // A browser reaches the API's addresses only by sending the form without a script.
    return ctx.path().startsWith(API)
        ? browser && ctx.method().equals(HandlerType.POST)
        : browser || !accepts(ctx, "json");
  }

  private static boolean accepts(Context ctx, String type) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains(type);
  }
}
