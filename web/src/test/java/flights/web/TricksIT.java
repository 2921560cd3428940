package flights.web;

import static flights.web.Calls.FORM;
import static flights.web.Calls.flight;
import static flights.web.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.contract.Field;
import flights.core.contract.FieldType;
import flights.core.contract.ModelConfig;
import flights.core.json.Json;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual tricks, each on every address that it could work on. */
class TricksIT {

  private static final String SCRIPT = "\"'><script>alert(1)</script>";

  /** A part of an address where nothing is, whatever other tests have left. */
  private static final String NOTHING = "987654";

  private static final String OTHER_SITE = "https://evil.example";
  private static final Set<String> ADMIN =
      Set.of(
          "/models/train",
          "/models/{name}/trainings",
          "/models/{name}/{version}/promote",
          "/models/{name}/rollback",
          "/rejected/{partition}/{offset}/resend");

  private static final String BOUNDARY = "tricks";

  private static final ModelConfig MODEL =
      new ModelConfig(
          "tricked",
          "key",
          List.of(
              Field.required("key", FieldType.STRING).between(1, 128),
              Field.required("words", FieldType.STRING).between(0, 500)),
          new LinkedHashMap<>(Map.of("likely", "probability")),
          List.of("small", "large"),
          "tricked.requests",
          "tricked.predictions",
          "tricked.errors",
          "tricked_predictions",
          "tricked_errors",
          Map.of("key", "a", "words", "b"));

  /** What there is, so that a trick gets past the first look at the address. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "uuid", "0199aa00-0000-7000-8000-000000000001",
          "id", "0199aa00-0000-7000-8000-000000000001",
          "date", "2013-07-04",
          "origin", "JFK",
          "dest", "PDX",
          "tail", "N580JB",
          "version", PlayedModel.VERSION,
          "partition", "0",
          "offset", "0");

  private static PlayedModel predictor;

  @BeforeAll
  static void serve() throws Exception {
    ImportedFlights.into(Cluster.shared().store);
    PlayedModel.register(MODEL.name(), Map.of(), MODEL);
    predictor =
        PlayedModel.serve(MODEL, (request, answer) -> answer.put("likely", List.of(0.5, 0.5)));
    await()
        .until(
            () ->
                !Site.CALLS
                    .page("/models/" + MODEL.name() + "/predict")
                    .body()
                    .contains("Nobody answers"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    predictor.close();
  }

  /**
   * One address with what it takes, out of the document that describes them.
   *
   * @param types of bodies
   */
  record Address(String method, String path, List<String> queries, List<String> types) {

    String with(String value) {
      return asked(path.replaceAll("\\{\\w+}", value.replace("$", "\\$")), value);
    }

    /** Of something that there is, with parameters and fields of such values. */
    String ofKnown(String value) {
      String filled = path;
      for (var known : KNOWN.entrySet()) {
        filled = filled.replace("{" + known.getKey() + "}", known.getValue());
      }
      filled = filled.replace("{code}", path.startsWith("/airline") ? "B6" : "JFK");
      filled = filled.replace("{name}", path.contains("streams") ? "bots" : MODEL.name());
      return asked(filled, value) + (queries.isEmpty() ? "?" : "&") + "words=" + value;
    }

    private String asked(String filled, String value) {
      return queries.isEmpty()
          ? filled
          : filled + "?" + String.join("&", queries.stream().map(it -> it + "=" + value).toList());
    }
  }

  static List<Address> addresses() throws Exception {
    List<Address> addresses = new ArrayList<>();
    for (ApiDocument.Operation operation : ApiDocument.read().operations()) {
      List<String> queries = new ArrayList<>();
      for (JsonNode parameter : operation.description().path("parameters")) {
        if (parameter.path("in").asText().equals("query")) {
          queries.add(parameter.get("name").asText());
        }
      }
      List<String> types = new ArrayList<>();
      operation.description().at("/requestBody/content").fieldNames().forEachRemaining(types::add);
      addresses.add(new Address(operation.method(), operation.path(), queries, types));
    }
    return addresses;
  }

  static Stream<Address> reading() throws Exception {
    return addresses().stream().filter(it -> it.method().equals("GET"));
  }

  static Stream<Address> changing() throws Exception {
    return addresses().stream().filter(it -> !it.method().equals("GET"));
  }

  @ParameterizedTest
  @MethodSource("reading")
  void aScriptInAnAddressComesBackAsText(Address address) {
    HttpResponse<String> page = Site.CALLS.page(address.with(encoded(SCRIPT)));

    assertThat(page.statusCode()).isLessThan(500);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @MethodSource("reading")
  void aScriptBehindTheNameOfWhatThereIsComesBackAsText(Address address) {
    if (address.path().equals("/streams/{name}/events")) {
      // Takes no parameter, and does not end.
      return;
    }
    isHarmless(Site.CALLS.page(address.ofKnown(encoded(SCRIPT))));
  }

  @ParameterizedTest
  @MethodSource("changing")
  void aScriptInABodyOfAnyTypeComesBackAsText(Address address) {
    for (String type : address.types()) {
      for (String accept : List.of("text/html", "application/json")) {
        isHarmless(
            Site.CALLS.send(
                Site.CALLS
                    .request(address.ofKnown(encoded(SCRIPT)))
                    .header("Content-Type", contentType(type))
                    .header("Accept", accept)
                    .POST(BodyPublishers.ofString(body(type)))));
      }
    }
  }

  /** No browser takes it for a page with that script in it. */
  private static void isHarmless(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isLessThan(500);
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain("unsafe");
    if (answer.headers().firstValue("Content-Type").orElse("text/html").startsWith("text/html")) {
      assertThat(answer.body()).doesNotContain("<script>alert");
    }
  }

  private static String contentType(String type) {
    return type.startsWith("multipart") ? type + "; boundary=" + BOUNDARY : type;
  }

  /** With the script wherever a text may be: in names, in values, and in the name of a file. */
  private static String body(String type) {
    String csv =
        "words,\"" + SCRIPT.replace("\"", "\"\"") + "\"\n\"" + "<script>alert(2)</script>\",b\n";
    return switch (type) {
      case "application/json" ->
          Json.write(Map.of("words", SCRIPT, "Origin", SCRIPT, SCRIPT, SCRIPT));
      case "text/csv" -> csv;
      case "multipart/form-data" ->
          "--%1$s\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n%2$s\r\n--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"<script>alert(1)</script>.csv\"\r\n\r\n%3$s\r\n--%1$s--\r\n"
              .formatted(BOUNDARY, SCRIPT, csv);
      default -> "words=%1$s&Origin=%1$s&%1$s=%1$s".formatted(encoded(SCRIPT));
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("changing")
  void aScriptInAFormComesBackAsText(Address address) {
    String field = encoded(SCRIPT);
    String all =
        String.join("&", flight().keySet().stream().map(name -> name + "=" + field).toList());
    HttpResponse<String> page =
        Site.CALLS.send(
            Site.CALLS
                .request(address.with(NOTHING))
                .header("Content-Type", FORM)
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(all)));

    assertThat(page.statusCode()).isBetween(400, 499);
    assertThat(page.body()).doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @MethodSource("changing")
  void nothingChangesWhenAnotherSitesPageAsks(Address address) {
    for (String[] header :
        new String[][] {
          {"Origin", OTHER_SITE},
          {"Origin", "null"},
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"}
        }) {
      HttpResponse<String> refused =
          Site.CALLS.send(
              Site.CALLS
                  .request(address.with(NOTHING))
                  .header("Content-Type", FORM)
                  .header(header[0], header[1])
                  .POST(BodyPublishers.ofString(Calls.encoded(flight()))));
      assertThat(refused.statusCode()).as("%s: %s", header[0], header[1]).isEqualTo(403);
    }
  }

  @Test
  void whatChangesTheSystemForAllIsListedHere() throws Exception {
    assertThat(changing().map(Address::path)).containsAll(ADMIN);
    assertThat(changing().map(Address::path).filter(path -> !ADMIN.contains(path)))
        .as("a new address that changes something: for all, or only for the one who asks?")
        .containsExactlyInAnyOrder(
            "/flights/delays/predict/classify_realtime",
            "/flights/delays/predict/classify",
            "/flights/delays/predict_batch",
            "/api/models/{name}/predictions",
            "/models/{name}/predict",
            "/models/{name}/predictions");
  }

  @ParameterizedTest
  @MethodSource("changing")
  void fromElsewhereNothingIsChangedForAll(Address address) {
    if (!ADMIN.contains(address.path())) {
      return;
    }
    for (String from :
        List.of(
            // A name of theirs that leads to this machine, and a proxy on it that passes it on.
            "Host: evil.example",
            "Host: localhost.evil.example",
            "Host: localhost\r\nX-Forwarded-For: 203.0.113.9",
            "Host: localhost\r\nForwarded: for=203.0.113.9",
            "Host: evil.example\r\nAuthorization: Bearer ",
            "Host: evil.example\r\nAuthorization: Basic Og==")) {
      String answer =
          Raw.send(
              Site.WEB,
              "POST %s HTTP/1.1\r\n%s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                  .formatted(address.with(NOTHING), from));
      assertThat(Raw.status(answer)).as(from).isIn(401, 403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../etc/passwd",
        "/assets/../../../../etc/passwd",
        "/assets/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/assets/%252e%252e%252f%252e%252e%252fetc%252fpasswd",
        "/assets/..%5c..%5c..%5cetc%5cpasswd",
        "/assets/..;/..;/etc/passwd",
        "/assets//etc/passwd",
        "/assets/app.css%00.html",
        "/assets/../application.properties",
        "/assets/../flights/web/Web.class",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/models/..%2f..%2fetc/passwd",
        "/flights/delays/predict_batch/..%2f..%2fetc%2fpasswd/results.csv",
        "/predictions/..%2f..%2fetc%2fpasswd",
        "/streams/..%2f..%2fetc%2fpasswd",
        "/api/streams/..%2f..%2fpipelines",
        "/parts/streams/%2e%2e",
        "/streams/..%2fbots/events",
        "/api/models/..%2f..%2fetc/predictions/0199aa00-0000-7000-8000-000000000001",
        "/models/..%2f..%2fetc/forecast.csv",
        "/models/sentiment/trainings/..%2f..%2fetc%2fpasswd",
        "/parts/training/..%2f..%2fetc%2fpasswd",
        "file:///etc/passwd",
        "http://169.254.169.254/latest/meta-data"
      })
  void noPathLeadsToAFile(String path) {
    String answer =
        Raw.send(
            Site.WEB,
            "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path));

    assertThat(Raw.status(answer)).isBetween(400, 499);
    assertThat(answer).doesNotContain("root:", "Manifest-Version").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void noHeaderIsInjected(Address address) {
    String request =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: a%%0d%%0aInjected: 1\r\n"
            + "Connection: close\r\nContent-Length: 0\r\n\r\n";
    String answer =
        Raw.send(
            Site.WEB,
            request.formatted(address.method(), address.with("%0d%0aInjected:%201%0d%0a")));

    String head = answer.split("\r\n\r\n", 2)[0];
    assertThat(head.lines()).noneMatch(line -> line.startsWith("Injected"));
  }

  @ParameterizedTest
  @MethodSource("changing")
  void whatIsTooLargeIsNotRead(Address address) {
    String answer =
        Raw.send(
            Site.WEB,
            "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: 999999999999\r\n\r\n"
                .formatted(address.with(NOTHING), FORM));

    assertThat(Raw.status(answer)).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG",
        "GET / HTTP/1.1\r\nHost: a\r\n folded: header\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
        "\u0000\u0001\u0002\r\n\r\n"
      })
  void whatTwoServersCouldReadInTwoWaysIsRefused(String request) {
    String answer = Raw.send(Site.WEB, request);

    assertThat(Raw.status(answer)).isIn(400, 505);
    assertThat(answer).doesNotContainIgnoringCase("jetty").doesNotContain("\tat ");
  }
}
