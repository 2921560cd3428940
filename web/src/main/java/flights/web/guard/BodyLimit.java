package flights.web.guard;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;

/** Refuses what says of itself that it is too large, before any of it is read. */
public final class BodyLimit {

  /** In bytes. Who takes files has limits of his own. */
  public static final long MOST = 64 * 1024;

  private BodyLimit() {}

  /** Throws {@link ContentTooLargeResponse}. */
  public static void check(Context ctx) {
    if (ctx.req().getContentLengthLong() > MOST && !ctx.isMultipartFormData()) {
      throw new ContentTooLargeResponse();
    }
  }
}
