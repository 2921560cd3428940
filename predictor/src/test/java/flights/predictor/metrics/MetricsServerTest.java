package flights.predictor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsServerTest {

  private final Meters meters = new Meters();

  @Test
  void prometheusFindsWhatWasCounted() throws Exception {
    meters.add(new CountedRequests("flight-delay", "driver", 3, 1, new long[] {4, 40}));
    meters.add(new CountedRequests("sentiment", "1", 5, 0, new long[] {9}));
    meters.of("flight-delay").serves("v1");
    meters.of("flight-delay").waiting(7);
    meters.of("sentiment").serves("v2");
    try (MetricsServer server = MetricsServer.start(settings(freePort()), meters)) {
      assertThat(get(server.address()).body())
          .contains("flights_requests_total{model=\"flight-delay\"} 3.0")
          .contains("flights_predictions_total{model=\"flight-delay\"} 2.0")
          .contains("flights_rejected_total{model=\"flight-delay\"} 1.0")
          .contains("flights_latency_seconds_bucket{model=\"flight-delay\",le=\"0.005\"} 1")
          .contains("flights_latency_seconds_bucket{model=\"flight-delay\",le=\"0.05\"} 2")
          .contains("flights_waiting_requests{model=\"flight-delay\"} 7.0")
          .contains("flights_restarts{model=\"flight-delay\"} 0.0")
          .contains("flights_model_info{model=\"flight-delay\",version=\"v1\"} 1")
          .contains("flights_requests_total{model=\"sentiment\"} 5.0")
          .contains("flights_executor_predictions_total{executor=\"1\",model=\"sentiment\"} 1.0")
          .contains("flights_waiting_requests{model=\"sentiment\"} 0.0")
          .contains("flights_model_info{model=\"sentiment\",version=\"v2\"} 1")
          .containsOnlyOnce("# TYPE flights_requests_total");
      assertThat(get(server.address().replace("/metrics", "/")).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void severalPredictorsOnAMachineTakeAPortEach() throws IOException {
    int port = freePort();
    try (MetricsServer one = MetricsServer.start(settings(port), meters);
        MetricsServer other = MetricsServer.start(settings(port), meters)) {
      assertThat(one.address()).endsWith(":" + port + "/metrics");
      assertThat(other.address()).isNotEqualTo(one.address());
    }
  }

  @Test
  void whoWantsNoneHasNone() throws IOException {
    assertThat(MetricsServer.start(settings(0), meters)).isNull();
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private static Settings settings(int port) {
    return Settings.of(Map.of("FLIGHTS_METRICS_PORT", String.valueOf(port)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
