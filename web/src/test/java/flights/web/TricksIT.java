package flights.web;

import static flights.web.Calls.FORM;
import static flights.web.Calls.encoded;
import static flights.web.Calls.flight;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

  /** One address with what it takes, out of the document that describes them. */
  record Address(String method, String path, List<String> queries) {

    String with(String value) {
      String filled = path.replaceAll("\\{\\w+}", value.replace("$", "\\$"));
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
      addresses.add(new Address(operation.method(), operation.path(), queries));
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
    HttpResponse<String> page =
        Site.CALLS.page(address.with(URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8)));

    assertThat(page.statusCode()).isLessThan(500);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain("unsafe");
    assertThat(page.body()).doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @MethodSource("changing")
  void aScriptInAFormComesBackAsText(Address address) {
    String field = URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8);
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
                  .POST(BodyPublishers.ofString(encoded(flight()))));
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
