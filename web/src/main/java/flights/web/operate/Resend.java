package flights.web.operate;

import flights.web.answers.RequestSender;
import flights.web.errors.Problem;
import flights.web.guard.Admin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/** Gives a rejected request to the predictor once more, for instance after it was mended. */
final class Resend {

  private final String requestTopic;
  private final Rejected rejected;
  private final RequestSender sender;
  private final Admin admin;

  Resend(String requestTopic, Rejected rejected, RequestSender sender, Admin admin) {
    this.requestTopic = requestTopic;
    this.rejected = rejected;
    this.sender = sender;
    this.admin = admin;
  }

  void handle(Context ctx) {
    admin.require(ctx);
    Rejected.Letter letter =
        rejected
            .find(ctx.pathParamAsClass("partition", Integer.class).get(), offset(ctx))
            .filter(it -> it.bytes() != null)
            .orElseThrow(
                () ->
                    Problem.notFound("This request is not at hand any more; the topic keeps it."));
    ctx.future(
        () ->
            sender
                .send(requestTopic, letter.id(), letter.bytes())
                .thenAccept(sent -> ctx.redirect("/status?sent=1#rejected", HttpStatus.SEE_OTHER)));
  }

  private static long offset(Context ctx) {
    return ctx.pathParamAsClass("offset", Long.class).get();
  }
}
