package flights.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.json.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server on which too much waits for anything to be begun. */
class OverloadIT {

  private static final Queue<String> REFUSED = new ConcurrentLinkedQueue<>();
  private static final Server SERVER = new Server();
  private static final ServerConnector CONNECTOR = new ServerConnector(SERVER);

  @BeforeAll
  static void start() throws Exception {
    Overload overload = new Overload(() -> Overload.MOST_WAITING + 1, () -> false, REFUSED::add);
    overload.setHandler(new Behind());
    SERVER.setHandler(overload);
    CONNECTOR.setHost("127.0.0.1");
    SERVER.addConnector(CONNECTOR);
    SERVER.start();
  }

  @AfterAll
  static void stop() throws Exception {
    SERVER.stop();
  }

  @Test
  void aProgramIsToldWhenToComeAgain() throws Exception {
    HttpResponse<String> answer = send("application/json", "POST");

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(Json.mapper().readTree(answer.body()).at("/errors/0/message").asText())
        .startsWith("There are too many requests at the moment");
    assertThat(REFUSED).contains("POST");
  }

  @Test
  void othersGoOn() throws Exception {
    assertThat(send("application/json", "GET").body()).isEqualTo("behind");
    assertThat(send("text/html,*/*", "POST").body()).isEqualTo("behind");
  }

  @Test
  void theConnectionCanBeUsedAgainThoughTheBodyCameLate() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", CONNECTOR.getLocalPort())) {
      write(socket, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n");
      write(socket, "late");
      write(socket, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(all).startsWith("HTTP/1.1 503").contains("HTTP/1.1 200").endsWith("behind");
    }
  }

  @Test
  void aConnectionWithMoreThanIsWorthReadingIsClosed() throws Exception {
    for (String size : List.of("Transfer-Encoding: chunked", "Content-Length: 100000")) {
      try (Socket socket = new Socket("127.0.0.1", CONNECTOR.getLocalPort())) {
        write(socket, "POST / HTTP/1.1\r\nHost: x\r\n" + size + "\r\n\r\n");

        String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(all).startsWith("HTTP/1.1 503").contains("Connection: close");
      }
    }
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static HttpResponse<String> send(String accept, String method) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + CONNECTOR.getLocalPort() + "/");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address)
                .header("Accept", accept)
                .method(method, BodyPublishers.ofString("a=b"))
                .build(),
            BodyHandlers.ofString());
  }

  private static final class Behind extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.write(true, StandardCharsets.UTF_8.encode("behind"), callback);
      return true;
    }
  }
}
