package flights.web.guard;

import flights.web.errors.Problem;
import flights.web.errors.ServerErrors;
import flights.web.errors.UnreadBody;
import io.javalin.http.Context;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses requests while so many wait that they would not be answered in time: first those that
 * begin something, and only much later those that ask what has become of it. Programs are refused
 * before anything else is done for them: a refusal that costs what an answer does would leave
 * nothing for answers. People get a page.
 */
public final class Overload extends Handler.Wrapper {

  /** What a slow machine works off in some tenths of a second. */
  static final int MOST_WAITING = 250;

  static final int MOST_WAITING_TO_LOOK = 2_000;

  /** Connections, of which the server takes twice as many: beyond that nobody is even refused. */
  private static final int CROWD = 1_500;

  private static final String MESSAGE =
      "There are too many requests at the moment; please try again.";

  /** Whoever watches over this process is to hear from it above all then. */
  private static final Set<String> ALWAYS = Set.of("/health", "/ready", "/metrics");

  private final IntSupplier waiting;
  private final BooleanSupplier behind;
  private final Consumer<String> witness;

  /**
   * @param waiting how many requests wait for a thread
   * @param behind whether what has been begun is not finished in time
   * @param witness hears of the method of each request that is refused here
   */
  public Overload(IntSupplier waiting, BooleanSupplier behind, Consumer<String> witness) {
    this.waiting = waiting;
    this.behind = behind;
    this.witness = witness;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String method = request.getMethod();
    String accept = request.getHeaders().get(HttpHeader.ACCEPT);
    if (accept != null && accept.contains("text/html")
        || !refuses(method, Request.getPathInContext(request))) {
      return super.handle(request, response, callback);
    }
    witness.accept(method);
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
    refuse(request, response, callback);
    return true;
  }

  /** Throws {@link Problem} when it is to come again. */
  public void check(Context ctx) {
    if (refuses(ctx.method().name(), ctx.path())) {
      throw Problem.unavailable(MESSAGE);
    }
  }

  boolean refuses(String method, String path) {
    boolean begins = method.equals("POST");
    boolean tooMany = waiting.getAsInt() > (begins ? MOST_WAITING : MOST_WAITING_TO_LOOK);
    return (tooMany || begins && behind.getAsBoolean()) && !ALWAYS.contains(path);
  }

  private static void refuse(Request request, Response response, Callback callback) {
    boolean unread =
        UnreadBody.isLong(
            request.getLength(), request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING));
    if (unread || isInACrowd(request)) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    if (unread) {
      ServerErrors.answer(response, MESSAGE, callback);
    } else {
      Content.Source.consumeAll(
          request,
          Callback.from(() -> ServerErrors.answer(response, MESSAGE, callback), callback::failed));
    }
  }

  /** A connection that is kept then keeps others out. */
  private static boolean isInACrowd(Request request) {
    return request.getConnectionMetaData().getConnector().getConnectedEndPoints().size() > CROWD;
  }
}
