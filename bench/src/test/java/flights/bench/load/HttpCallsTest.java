package flights.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that takes connections and says nothing. */
class HttpCallsTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private ServerSocket silent;

  @BeforeEach
  void listen() throws IOException {
    silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    silent.close();
  }

  @Test
  void whoHearsNothingGivesUpAndMayHaveBeenHeard() {
    try (HttpCalls calls = calls(Duration.ofMillis(100))) {
      Failing call = new Failing();
      calls.start(call);

      assertThat(call.failure).succeedsWithin(MINUTE).isEqualTo("no answer, sent: true");
    }
  }

  @Test
  void whoseConnectionBreaksHearsOfItAtOnceAndTheNextGoesOn() throws IOException {
    try (HttpCalls calls = calls(MINUTE)) {
      Failing first = new Failing();
      Failing second = new Failing();
      calls.start(first);
      calls.start(second);

      silent.accept().close();
      assertThat(first.failure).succeedsWithin(MINUTE).isEqualTo("connection closed, sent: true");

      silent.accept().close();
      assertThat(second.failure).succeedsWithin(MINUTE).isEqualTo("connection closed, sent: true");
    }
  }

  @Test
  void whoNeverGetsAConnectionWasNotHeard() throws IOException {
    silent.close();
    try (HttpCalls calls = calls(MINUTE)) {
      Failing first = new Failing();
      Failing second = new Failing();
      calls.start(first);
      calls.start(second);

      assertThat(first.failure).succeedsWithin(MINUTE).isEqualTo("no connection, sent: false");
      assertThat(second.failure).succeedsWithin(MINUTE).isEqualTo("no connection, sent: false");
    }
  }

  private HttpCalls calls(Duration patience) {
    return new HttpCalls(URI.create("http://127.0.0.1:" + silent.getLocalPort()), 1, patience);
  }

  private static final class Failing implements HttpCalls.Call {

    private final CompletableFuture<String> failure = new CompletableFuture<>();

    @Override
    public FullHttpRequest request() {
      return HttpCalls.post("/", "text/plain", "hello");
    }

    @Override
    public void answered(int status, HttpHeaders headers, String body) {
      failure.complete("answered with " + status);
    }

    @Override
    public void failed(String why, boolean sent) {
      failure.complete(why + ", sent: " + sent);
    }
  }
}
