package flights.predictor.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import flights.core.settings.Settings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Shows the meters to Prometheus. */
public final class MetricsServer implements AutoCloseable {

  private static final int PORTS_TRIED = 20;
  private static final String PATH = "/metrics";

  private final HttpServer server;
  private final Meters meters;

  private MetricsServer(HttpServer server, Meters meters) {
    this.server = server;
    this.meters = meters;
  }

  /** Returns null when no metrics are wanted; throws IOException when no port is free. */
  public static MetricsServer start(Settings settings, Meters meters) throws IOException {
    if (settings.metricsPort() == 0) {
      return null;
    }
    HttpServer http = bind(settings.metricsHost(), settings.metricsPort());
    MetricsServer server = new MetricsServer(http, meters);
    http.createContext("/", server::answer);
    http.start();
    return server;
  }

  /** For people and for Prometheus. */
  public String address() {
    InetSocketAddress bound = server.getAddress();
    return "http://" + bound.getHostString() + ":" + bound.getPort() + PATH;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static HttpServer bind(String host, int first) throws IOException {
    for (int port = first; port < Math.min(first + PORTS_TRIED, 65_536); port++) {
      try {
        return HttpServer.create(new InetSocketAddress(host, port), 0);
      } catch (BindException e) {
        if (!e.getMessage().contains("in use")) {
          break;
        }
      }
    }
    throw new IOException(
        "the metrics cannot be shown at "
            + host
            + ":"
            + first
            + " or a port after it: set FLIGHTS_METRICS_HOST and FLIGHTS_METRICS_PORT");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean known =
          exchange.getRequestURI().getPath().equals(PATH)
              && exchange.getRequestMethod().equals("GET");
      byte[] body =
          (known ? meters.text() : "metrics are at " + PATH + "\n")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(known ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
