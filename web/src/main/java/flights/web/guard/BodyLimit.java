package flights.web.guard;

import flights.web.errors.ErrorResponses;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;

/** Refuses what says of itself that it is too large, before any of it is read. */
public final class BodyLimit {

  /** In bytes; but a file may be larger. */
  public static final long MOST = 64 * 1024;

  private BodyLimit() {}

  /** Throws {@link ContentTooLargeResponse}. */
  public static void check(Context ctx) {
    long most = ctx.isMultipartFormData() ? ErrorResponses.MOST_UPLOADED : MOST;
    if (ctx.req().getContentLengthLong() > most) {
      throw new ContentTooLargeResponse();
    }
  }
}
