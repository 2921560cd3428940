package flights.bench.load;

import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One request, from its form to its answer. */
final class PredictionCall implements HttpCalls.Call {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final String ID = "\"id\":\"";
  private static final int ID_LENGTH = 36;

  private final PredictionCalls asks;
  private final long dueNanos;
  private final String form;
  private final Consumer<AnsweredRequest> then;
  private String id;
  private long acceptedNanos;

  PredictionCall(PredictionCalls asks, long dueNanos, String form, Consumer<AnsweredRequest> then) {
    this.asks = asks;
    this.dueNanos = dueNanos;
    this.form = form;
    this.then = then;
  }

  @Override
  public FullHttpRequest request() {
    FullHttpRequest request = id == null ? post() : get(asks.way().path(id));
    request.headers().set(HttpHeaderNames.ACCEPT, accepted());
    return request;
  }

  @Override
  public void answered(int status, HttpHeaders headers, String body) {
    long now = System.nanoTime();
    asks.moved(form.length() + body.length());
    if (status != 200) {
      asks.failed("answered with " + status);
    } else if (body.contains("\"prediction\":{")) {
      end(now, body);
    } else if (body.contains("\"status\":\"ERROR\"")) {
      asks.failed("rejected by the predictor");
    } else if (now - dueNanos > PATIENCE_NANOS) {
      asks.failed("not answered within 30 s");
    } else {
      askAgain(now, body);
    }
  }

  @Override
  public void failed(String why, boolean sent) {
    asks.failed(why);
  }

  private void end(long now, String body) {
    String known = id == null ? idIn(body) : id;
    AnsweredRequest asked =
        new AnsweredRequest(known, dueNanos, id == null ? now : acceptedNanos, now);
    if (then != null) {
      then.accept(asked);
    }
    asks.answered();
  }

  private void askAgain(long now, String body) {
    if (id == null) {
      id = idIn(body);
      acceptedNanos = now;
      asks.calls().start(this);
    } else {
      asks.calls().startLater(this, asks.way().pauseMillis());
    }
  }

  private static String idIn(String body) {
    int start = body.indexOf(ID) + ID.length();
    return body.substring(start, start + ID_LENGTH);
  }

  private FullHttpRequest post() {
    return HttpCalls.post(
        PredictionCalls.PATH + asks.way().query(), "application/x-www-form-urlencoded", form);
  }

  private static FullHttpRequest get(String path) {
    return new DefaultFullHttpRequest(
        HttpVersion.HTTP_1_1, HttpMethod.GET, PredictionCalls.PATH + path);
  }

  private String accepted() {
    return id != null && asks.way() == PollMode.SSE ? "text/event-stream" : "application/json";
  }
}
