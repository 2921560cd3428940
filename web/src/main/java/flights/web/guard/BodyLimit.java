package flights.web.guard;

import flights.web.errors.ErrorResponses;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;

/**
 * Refuses what says of itself that it is too large, before any of it is read. Who takes files has
 * limits of his own.
 */
public final class BodyLimit {

  private BodyLimit() {}

  private static boolean isFile(Context ctx) {
    return ctx.contentType() != null && ctx.contentType().startsWith("text/csv");
  }

  /** Throws {@link ContentTooLargeResponse}. */
  public static void check(Context ctx) {
    if (ctx.req().getContentLengthLong() > ErrorResponses.MOST_SENT
        && !ctx.isMultipartFormData()
        && !isFile(ctx)) {
      throw new ContentTooLargeResponse();
    }
  }
}
