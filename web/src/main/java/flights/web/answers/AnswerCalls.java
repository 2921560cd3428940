package flights.web.answers;

import flights.core.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The ways to fetch the answer to a request of before, whatever model it is of. */
public final class AnswerCalls {

  /** Where the answer comes from; after the given time it says to wait. */
  public interface Source {
    CompletableFuture<?> await(String id, Duration patience);
  }

  private AnswerCalls() {}

  public static void json(Context ctx, Source source) {
    PollParams params = PollParams.of(ctx, Duration.ZERO);
    ctx.future(() -> source.await(params.id(), params.patience()).thenAccept(ctx::json));
  }

  /** One server-sent event with the answer; a browser that is told to wait connects again. */
  public static void event(Context ctx, Source source) throws IOException {
    PollParams params = PollParams.of(ctx, PollParams.MAX_PATIENCE);
    ctx.contentType("text/event-stream;charset=utf-8").header("X-Accel-Buffering", "no");
    // The headers go out now, so that the browser knows it is connected; nothing can change them.
    ctx.disableCompression().res().flushBuffer();
    ctx.future(
        () ->
            source
                .await(params.id(), params.patience())
                .thenAccept(answer -> ctx.result("data: " + Json.write(answer) + "\n\n")));
  }
}
