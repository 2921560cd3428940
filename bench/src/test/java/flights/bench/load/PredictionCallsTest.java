package flights.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a server of the contract that answers the second poll. */
class PredictionCallsTest {

  private static final String ID = "11111111-2222-3333-4444-555555555555";

  private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger polls = new AtomicInteger();
  private HttpServer server;
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource(PollMode.class)
  void asksUntilThereIsAnAnswer(PollMode way) {
    ConcurrentLinkedQueue<AnsweredRequest> answered = new ConcurrentLinkedQueue<>();
    long due = System.nanoTime();
    try (PredictionCalls asks = new PredictionCalls(service(), way, List.of("Carrier=B6"))) {
      asks.ask(due, answered::add);

      assertThat(asks.settle()).isZero();
      assertThat(asks.troubles()).isEmpty();
    }
    assertThat(answered).hasSize(1);
    AnsweredRequest asked = answered.element();
    assertThat(asked.id()).isEqualTo(ID);
    assertThat(asked.dueNanos()).isEqualTo(due);
    assertThat(asked.acceptedNanos()).isBetween(due, asked.answeredNanos());
    assertThat(calls).hasSize(3).element(0).asString().startsWith("POST " + PredictionCalls.PATH);
  }

  @Test
  void manyAtOnceAreAllAnswered() {
    AtomicInteger answered = new AtomicInteger();
    try (PredictionCalls asks =
        new PredictionCalls(service(), PollMode.LONG, List.of("Carrier=B6"))) {
      for (int i = 0; i < 200; i++) {
        asks.ask(System.nanoTime(), asked -> answered.incrementAndGet());
      }

      assertThat(asks.settle()).isZero();
    }
    assertThat(answered).hasValue(200);
  }

  @Test
  void aRefusalIsCountedAndNothingElse() {
    status = 429;
    try (PredictionCalls asks =
        new PredictionCalls(service(), PollMode.LONG, List.of("Carrier=B6"))) {
      asks.ask(System.nanoTime(), asked -> assertThat(asked).isNull());

      assertThat(asks.settle()).isZero();
      assertThat(asks.troubles()).containsOnlyKeys("answered with 429").containsValue(1L);
    }
  }

  @Test
  void aServerThatIsAwayIsTold() {
    URI away = service();
    server.stop(0);
    try (PredictionCalls asks = new PredictionCalls(away, PollMode.POST, List.of("Carrier=B6"))) {
      asks.ask(System.nanoTime(), null);

      assertThat(asks.settle()).isZero();
      assertThat(asks.troubles()).containsOnlyKeys("no connection");
    }
  }

  private URI service() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    exchange.getRequestBody().readAllBytes();
    boolean post = exchange.getRequestMethod().equals("POST");
    boolean there = !post && polls.incrementAndGet() % 2 == 0;
    String body =
        "{\"status\":\"%s\",\"id\":\"%s\"%s}"
            .formatted(post || there ? "OK" : "WAIT", ID, there ? ",\"prediction\":{}" : "");
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
