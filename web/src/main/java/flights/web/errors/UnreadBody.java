package flights.web.errors;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What is left of a request's body when it is refused. The server ends a connection on which
 * something is left, and the client's next request on it would be lost.
 */
public final class UnreadBody {

  private UnreadBody() {}

  /**
   * Whether it is better left, and the connection ended.
   *
   * @param announced its length, if it is known
   * @param encoded whether it comes in parts, whose number is not known
   */
  public static boolean isLong(long announced, boolean encoded) {
    return announced > ErrorResponses.MOST_SENT || encoded;
  }

  /** Reads it, or tells the client that the connection ends. */
  static void settle(Context ctx) {
    long announced = ctx.req().getContentLengthLong();
    if (isLong(announced, ctx.req().getHeader("Transfer-Encoding") != null)) {
      ctx.header("Connection", "close");
    } else if (announced > 0) {
      read(ctx);
    }
  }

  private static void read(Context ctx) {
    try {
      ctx.req().getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // It does not come: the connection is of no use any more.
      ctx.header("Connection", "close");
    }
  }
}
