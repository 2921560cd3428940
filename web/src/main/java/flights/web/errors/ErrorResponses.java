package flights.web.errors;

import flights.core.contract.BadFormException;
import flights.core.contract.FieldError;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.validation.ValidationException;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where an exception becomes an HTTP answer. */
public final class ErrorResponses {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

  /** In bytes, of a body that is no upload. */
  public static final long MOST_SENT = 64 * 1024;

  /** In bytes, all parts together. */
  public static final long MOST_UPLOADED = 20L * 1024 * 1024;

  /** The attribute that holds a request's id. */
  public static final String REQUEST_ID = "request-id";

  private ErrorResponses() {}

  public static void configure(RoutesConfig routes) {
    routes.exception(BadFormException.class, (e, ctx) -> answer(ctx, 400, e.errors()));
    routes.exception(Problem.class, (e, ctx) -> answer(ctx, e.status(), e.errors()));
    routes.exception(ValidationException.class, (e, ctx) -> answer(ctx, 400, fields(e)));
    routes.exception(HttpResponseException.class, ErrorResponses::refused);
    routes.exception(ServletException.class, ErrorResponses::unreadable);
    // The client has gone: there is nobody left to answer.
    routes.exception(EofException.class, (e, ctx) -> ctx.status(400));
    routes.exception(Exception.class, ErrorResponses::unexpected);
  }

  private static List<FieldError> fields(ValidationException e) {
    return e.getErrors().keySet().stream()
        .map(name -> new FieldError(name, "cannot be used"))
        .toList();
  }

  private static void refused(HttpResponseException e, Context ctx) {
    e.getDetails().values().stream().findFirst().ifPresent(allowed -> allow(ctx, e, allowed));
    answer(ctx, e.getStatus(), List.of(new FieldError(null, words(e.getStatus()))));
  }

  private static void allow(Context ctx, HttpResponseException e, String methods) {
    if (e.getStatus() == HttpStatus.METHOD_NOT_ALLOWED.getCode()) {
      ctx.header("Allow", methods);
    }
  }

  /** An upload that is cut off, malformed or too large: the server says so only in its words. */
  private static void unreadable(ServletException e, Context ctx) {
    if (Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
        .noneMatch(cause -> cause instanceof HttpException)) {
      unexpected(e, ctx);
    } else if (ctx.req().getContentLengthLong() > MOST_UPLOADED) {
      answer(ctx, 413, List.of(new FieldError(null, words(413))));
    } else {
      answer(ctx, 400, List.of(new FieldError(null, "The upload cannot be read.")));
    }
  }

  private static void unexpected(Exception e, Context ctx) {
    LOG.error(
        "{} {} failed, request {}: {}",
        ctx.method(),
        ctx.path(),
        ctx.<String>attribute(REQUEST_ID),
        e.toString(),
        e);
    answer(ctx, 500, List.of(new FieldError(null, words(500))));
  }

  private static void answer(Context ctx, int status, List<FieldError> errors) {
    UnreadBody.settle(ctx);
    ctx.status(status);
    if (status == 429 || status == 503) {
      ctx.header("Retry-After", "1");
    }
    if (Wants.page(ctx)) {
      ctx.render("error.html", Map.of("status", status, "errors", errors));
    } else {
      ctx.json(ErrorBody.of(errors));
    }
  }

  private static String words(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take that method.";
      case 413 -> "The request is too large.";
      case 500 -> "Something went wrong here. It has been written down; please try again.";
      default -> HttpStatus.forStatus(status).getMessage() + ".";
    };
  }
}
