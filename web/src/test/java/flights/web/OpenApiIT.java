package flights.web;

import static flights.web.Site.CALLS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every address of the OpenAPI document, with values that are right and values that are not: only
 * what the document tells is answered, and errors always in their one shape. More on demand: {@code
 * -Dflights.test.random=100000}.
 */
class OpenApiIT {

  private static final int CALLS_EACH =
      Math.max(25, Integer.getInteger("flights.test.random", 0) / 40);

  /** Pages that show their form again, with what is wrong in it. */
  private static final Set<String> FORMS = Set.of("/flights/search", "/on_time_performance");

  /** For this one nobody waits. */
  private static final String ANSWERED = "0199aa00-0000-7000-8000-000000000000";

  private static final String BOUNDARY = "----flights";
  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1e999",
          "NaN",
          "null",
          "undefined",
          "\u0000",
          "\r\nX-Injected: 1",
          "../../etc/passwd",
          "..;/x",
          "%",
          "%2f",
          "/",
          "//",
          "'\"><script>alert(1)</script>",
          "{\"$ne\":null}",
          "$where",
          "é✈",
          "\ud83d\ude00",
          "x".repeat(3_000),
          "99999999999999999999",
          "-9223372036854775808",
          "2013-02-30",
          "+999999999-12-31",
          "0000-00-00",
          "JFK,JFK",
          "${7*7}",
          "__proto__",
          ".",
          "..",
          "*",
          "(",
          "[a-",
          "\\");
  private static final Map<String, String> RIGHT =
      Map.ofEntries(
          Map.entry("uuid", ANSWERED),
          Map.entry("id", "0199aa00-0000-7000-8000-000000000000"),
          Map.entry("wait", "1ms"),
          Map.entry("date", "2013-07-04"),
          Map.entry("FlightDate", "2013-07-04"),
          Map.entry("Carrier", "AA"),
          Map.entry("FlightNum", "1"),
          Map.entry("Origin", "JFK"),
          Map.entry("Dest", "LAX"),
          Map.entry("DepDelay", "5"),
          Map.entry("CRSDepTime", "9:05"),
          Map.entry("CRSArrTime", "12:10"),
          Map.entry("origin", "JFK"),
          Map.entry("dest", "LAX"),
          Map.entry("bucket", "1"),
          Map.entry("q", "JFK"),
          Map.entry("code", "AA"),
          Map.entry("tail", "N14228"),
          Map.entry("page", "1"),
          Map.entry("fleet", "all"),
          Map.entry("name", "nothing"),
          Map.entry("part", "yes"),
          Map.entry("clean_text", "words"),
          Map.entry("verdict", "bot"),
          Map.entry("version", "20130704-120000"),
          Map.entry("partition", "7"),
          Map.entry("offset", "0"),
          Map.entry(
              "file",
              "Carrier,FlightNum,FlightDate,Origin,Dest,DepDelay\nAA,1,2013-07-04,JFK,LAX,5\n"),
          // Nothing is to be trained.
          Map.entry("model", "no-such-model"),
          Map.entry("data", "nowhere"),
          Map.entry("sample", "0.1"),
          Map.entry("with-previous", "false"));

  private final Random random = new Random(5);
  private JsonNode api;

  @Test
  void onlyWhatIsDocumentedIsAnswered() throws IOException {
    Cluster cluster = Cluster.shared();
    try (PlayedPredictor predictor = new PlayedPredictor(cluster.kafka, cluster.store)) {
      predictor.storeRejection(ANSWERED, "for the test");
    }
    ApiDocument document = ApiDocument.read();
    api = document.root();
    TreeSet<String> wrong = new TreeSet<>();
    for (ApiDocument.Operation operation : document.operations()) {
      for (int i = 0; i < CALLS_EACH; i++) {
        call(operation.method(), operation.path(), operation.description(), i == 0)
            .ifPresent(wrong::add);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private java.util.Optional<String> call(
      String method, String path, JsonNode operation, boolean right) {
    boolean page = random.nextBoolean();
    HttpRequest.Builder request =
        CALLS
            .request(address(path, operation, right))
            .header("Accept", page ? "text/html" : "application/json");
    body(request, method, operation, right);
    HttpResponse<String> answer = send(request);
    String what = method + " " + path + " answered " + answer.statusCode();
    if (!operation.get("responses").has(String.valueOf(answer.statusCode()))) {
      return java.util.Optional.of(
          what + ", which is not told, to " + shown(answer.uri().toString()));
    }
    return isInShape(answer, page, path)
        ? java.util.Optional.empty()
        : java.util.Optional.of(what + ": " + shown(answer.body()));
  }

  /** A server may close a connection when it has refused a body unread; then another is used. */
  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CALLS.send(request);
    } catch (UncheckedIOException e) {
      return CALLS.send(request);
    }
  }

  private static boolean isInShape(HttpResponse<String> answer, boolean page, String path) {
    String body = answer.body();
    if (answer.statusCode() >= 500
        || body.contains("Exception")
        || body.contains("\tat ")
        || answer.headers().firstValue("X-Injected").isPresent()
        || (answer.statusCode() < 400 && answer.headers().firstValue("X-Request-Id").isEmpty())) {
      return false;
    }
    if (answer.statusCode() < 400 || page) {
      return true;
    }
    if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/json")) {
      return FORMS.contains(path);
    }
    JsonNode error = Json.read(body, JsonNode.class);
    return error.path("status").asText().equals("ERROR")
        && !error.at("/errors/0/message").asText().isBlank();
  }

  private String address(String path, JsonNode operation, boolean right) {
    String address = path;
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      String name = parameter.get("name").asText();
      if (parameter.get("in").asText().equals("path")) {
        address = address.replace("{" + name + "}", encoded(value(name, right)));
      } else if (right || name.equals("wait") || random.nextInt(3) > 0) {
        query.add(name + "=" + encoded(value(name, right)));
      }
    }
    return query.isEmpty() ? address : address + "?" + String.join("&", query);
  }

  private void body(HttpRequest.Builder request, String method, JsonNode operation, boolean right) {
    JsonNode content = operation.path("requestBody").path("content");
    if (!method.equals("POST")) {
      request.method(method, BodyPublishers.noBody());
    } else if (content.isMissingNode()) {
      request.POST(BodyPublishers.ofString(right ? "" : nasty()));
    } else {
      List<String> types = new ArrayList<>();
      content.fieldNames().forEachRemaining(types::add);
      String type = types.get(random.nextInt(types.size()));
      Map<String, String> fields = fields(content.get(type).get("schema"), right);
      request
          .header(
              "Content-Type", type.startsWith("multipart") ? type + "; boundary=" + BOUNDARY : type)
          .POST(
              BodyPublishers.ofString(
                  right || random.nextInt(4) > 0 ? text(type, fields) : nasty()));
    }
  }

  private Map<String, String> fields(JsonNode schema, boolean right) {
    JsonNode resolved =
        schema.has("$ref") ? api.at(schema.get("$ref").asText().substring(1)) : schema;
    Map<String, String> fields = new TreeMap<>();
    resolved
        .path("properties")
        .fieldNames()
        .forEachRemaining(name -> fields.put(name, value(name, right)));
    if (!right && !fields.isEmpty() && random.nextInt(3) == 0) {
      fields.remove(fields.keySet().iterator().next());
    }
    return fields;
  }

  private static String text(String type, Map<String, String> fields) {
    if (type.endsWith("csv")) {
      return "clean_text\nwords\n";
    }
    if (type.endsWith("json")) {
      return Json.write(fields);
    }
    if (type.startsWith("multipart")) {
      StringBuilder parts = new StringBuilder();
      fields.forEach((name, value) -> parts.append(part(name, value)));
      return parts + "--" + BOUNDARY + "--\r\n";
    }
    return Calls.encoded(fields);
  }

  private static String part(String name, String value) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\""
        + name
        + (name.equals("file") ? "\"; filename=\"flights.csv" : "")
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  /** Three of four values are right, so that the wrong one is reached. */
  private String value(String name, boolean right) {
    return right || name.equals("model") || random.nextInt(4) > 0 ? RIGHT.get(name) : nasty();
  }

  private String nasty() {
    return NASTY.get(random.nextInt(NASTY.size()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String shown(String text) {
    return text.substring(0, Math.min(300, text.length())).replace("\n", " ");
  }
}
