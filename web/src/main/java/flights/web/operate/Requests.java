package flights.web.operate;

import flights.core.json.Json;
import flights.web.errors.ErrorResponses;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names every request, counts it, and writes a line about it into the access log. */
public final class Requests {

  private static final Logger ACCESS = LoggerFactory.getLogger("access");
  private static final String HEADER = "X-Request-Id";
  private static final String OTHER = "other";
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final MeterRegistry meters;

  Requests(MeterRegistry meters) {
    this.meters = meters;
  }

  /** Takes the id that the client or a proxy gives, or makes one. */
  public void begin(Context ctx) {
    String given = ctx.header(HEADER);
    boolean usable = given != null && USABLE.matcher(given).matches();
    String id = usable ? given : UUID.randomUUID().toString();
    ctx.attribute(ErrorResponses.REQUEST_ID, id);
    ctx.header(HEADER, id);
  }

  public void end(Context ctx, float millis) {
    timer(ctx.method().name(), path(ctx), ctx.statusCode())
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
    if (ACCESS.isInfoEnabled()) {
      ACCESS.info("{}", Json.write(Line.of(ctx, millis)));
    }
  }

  /** Counts one of very many that were refused: a name and a line for each would cost too much. */
  public void refused(String method) {
    timer(method, OTHER, HttpStatus.SERVICE_UNAVAILABLE.getCode()).record(Duration.ZERO);
  }

  private Timer timer(String method, String path, int status) {
    return Timer.builder("http.server.requests")
        .description("Requests that were answered")
        .tag("method", method)
        .tag("path", path)
        .tag("status", String.valueOf(status))
        .register(meters);
  }

  /** The address as it was declared, so that there are not as many meters as ids. */
  private static String path(Context ctx) {
    Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
    return endpoint == null || endpoint.path.equals("*") ? OTHER : endpoint.path;
  }

  private record Line(
      Instant time, String id, String client, String method, String path, int status, float ms) {

    static Line of(Context ctx, float millis) {
      return new Line(
          Instant.now(),
          ctx.attribute(ErrorResponses.REQUEST_ID),
          ctx.ip(),
          ctx.method().name(),
          ctx.path(),
          ctx.statusCode(),
          millis);
    }
  }
}
