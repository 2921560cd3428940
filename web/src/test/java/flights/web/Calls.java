package flights.web;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Calls one web process over HTTP. */
final class Calls {

  static final String CLASSIFY = "/flights/delays/predict/classify_realtime";
  static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;

  Calls(Web web) {
    this.base = "http://127.0.0.1:" + web.port();
  }

  /** A flight that is all right: Thursday, the 185th day of 2013. */
  static Map<String, String> flight() {
    return new TreeMap<>(
        Map.of(
            "Carrier", "AA",
            "FlightNum", "1",
            "FlightDate", "2013-07-04",
            "Origin", "JFK",
            "Dest", "LAX",
            "DepDelay", "25"));
  }

  static Map<String, String> flightWith(String field, String value) {
    Map<String, String> flight = flight();
    flight.put(field, value);
    return flight;
  }

  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.read(response.body(), JsonNode.class);
  }

  String classify(Map<String, String> fields) {
    return json(post(FORM, encoded(fields), "*/*")).get("id").asText();
  }

  /** Asks, and whatever the query says. */
  CompletableFuture<HttpResponse<String>> classifyLater(Map<String, String> fields, String query) {
    return later(
        request(CLASSIFY + query)
            .header("Content-Type", FORM)
            .POST(BodyPublishers.ofString(encoded(fields)))
            .build());
  }

  HttpResponse<String> post(String type, String body, String accept) {
    return send(
        request(CLASSIFY)
            .header("Content-Type", type)
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> page(String path) {
    return send(request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
  }

  HttpResponse<String> response(String id, String query) {
    return get(CLASSIFY + "/response/" + id + query);
  }

  CompletableFuture<HttpResponse<String>> responseLater(String id, String query) {
    return client.sendAsync(
        request(CLASSIFY + "/response/" + id + query).build(), BodyHandlers.ofString());
  }

  CompletableFuture<HttpResponse<String>> later(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
