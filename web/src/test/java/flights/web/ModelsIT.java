package flights.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import flights.core.card.ModelCard;
import flights.core.card.Task;
import flights.core.json.Json;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.flight.FlightForm;
import flights.flight.FlightRequest;
import flights.flight.outcome.OutcomeSummaries;
import flights.flight.outcome.OutcomeSummary;
import flights.flight.outcome.OutcomeSummary.Score;
import flights.flight.reference.ReferenceData;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The models: what is told about them, and how one of them comes to answer. */
class ModelsIT {

  private static final ModelRegistry REGISTRY =
      new ModelRegistry(Cluster.shared().store.database());

  @BeforeAll
  static void register() throws IOException {
    for (Task task : List.of(Task.REGRESSION, Task.QUANTILE)) {
      ModelCard card = NumberCards.of(task);
      REGISTRY.register(
          new ModelVersion(card.name(), "1", "file:/x", Instant.now(), card.metrics()),
          card.toMap(),
          null);
    }
    register("shown", "1", card());
    register("shown", "2", card());
    REGISTRY.register(version("bare", "1"));
    REGISTRY.promote("shown", "1", "the first");
  }

  @Test
  void aVersionIsPromotedAndRolledBackOnThePage() {
    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions(),
            "/models",
            page -> {
              page.onDialog(Dialog::accept);
              Locator shown =
                  page.locator("main section")
                      .filter(new Locator.FilterOptions().setHas(page.getByText("the first")));
              assertThat(shown.locator("tr", new Locator.LocatorOptions().setHasText("answers")))
                  .containsText("49.6%");
              Chromium.checkAccessibility(page);

              page.getByLabel("Promote 2").click();
              assertThat(page.locator("main")).containsText("promoted on the page");
              assertThat(REGISTRY.champion("shown").orElseThrow().version()).isEqualTo("2");

              page.getByText("Roll back to 1").click();
              assertThat(page.locator("main")).containsText("rolled back from 2");
              assertThat(REGISTRY.champion("shown").orElseThrow().version()).isEqualTo("1");
            });
  }

  @Test
  void aVersionShowsItsCard() {
    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions().setViewportSize(390, 844),
            "/models/shown/2",
            page -> {
              assertThat(page.locator("main")).containsText("Trained before 2013-11-01");
              assertThat(page.locator("main")).containsText("This model");
              assertThat(page.locator(".chart svg .stroke")).hasCount(1);
              assertThat(page.locator(".chart svg .diagonal")).hasCount(1);
              assertThat(page.locator(".confusion tbody tr")).hasCount(4);
              assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
              Chromium.checkAccessibility(page);
            });
  }

  @Test
  void aVersionShowsWhatItIsAskedAndHowRightItWas() throws IOException {
    register("flight-delay", "drifting", withShapes());
    new OutcomeSummaries(Cluster.shared().store)
        .put(
            new OutcomeSummary(
                "drifting",
                new Score(1, 1, 8.25, 0.8, 0.7),
                new Score(1, 1, 8.25, 0.8, 0.7),
                new Score(1, 0, 12.5, null, null),
                LocalDate.parse("2013-07-04"),
                LocalDate.parse("2013-07-05"),
                Instant.parse("2026-01-01T00:00:00Z")));
    askAThousandTimes();

    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions(),
            "/models/flight-delay/drifting",
            page -> {
              Eventually.await()
                  .until(
                      () -> {
                        page.reload();
                        return page.getByText("latest 1,000 requests").isVisible();
                      });
              assertThat(row(page, "Carrier")).containsText("0.416");
              assertThat(row(page, "Carrier")).containsText("shifted");
              assertThat(row(page, "DepDelay")).containsText("0.041");
              assertThat(row(page, "DepDelay")).containsText("stable");
              assertThat(page.locator("main")).containsText("for 1 flight from 2013-07-04");
              assertThat(row(page, "The departure delay as it is")).containsText("12.5");
              assertThat(page.getByText("where the departure delay was told")).hasCount(0);
              Chromium.checkAccessibility(page);
            });
  }

  private static Locator row(Page page, String name) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(name));
  }

  /**
   * Four in five on AA, where it learnt from one in two; three in five early, beside one in two.
   */
  private static void askAThousandTimes() {
    try (PlayedPredictor predictor =
        new PlayedPredictor(Cluster.shared().kafka, Cluster.shared().store)) {
      for (int i = 0; i < 1_000; i++) {
        predictor.respond(
            PlayedPredictor.prediction(
                FlightRequest.of(
                    "drift-" + i,
                    Instant.now(),
                    new FlightForm(
                        i % 5 < 4 ? "AA" : "B6",
                        "1",
                        LocalDate.parse("2013-07-04"),
                        "JFK",
                        "LAX",
                        i % 5 < 3 ? -1.0 : 1.0),
                    ReferenceData.bundled())));
      }
    }
  }

  private static Map<String, Object> withShapes() throws IOException {
    Map<String, Object> card = card();
    Map<String, Object> data =
        new HashMap<>(
            Json.mapper()
                .convertValue(card.get("data"), new TypeReference<Map<String, Object>>() {}));
    data.put(
        "shapes",
        List.of(
            Map.of(
                "name", "Carrier",
                "values", List.of("AA", "B6"),
                "shares", List.of(0.5, 0.5, 0.0, 0.0)),
            Map.of("name", "DepDelay", "edges", List.of(0.0), "shares", List.of(0.5, 0.5, 0.0))));
    card.put("data", data);
    return card;
  }

  /** Of a number, of quantiles, of trees and of a line. */
  @ParameterizedTest
  @ValueSource(strings = {"numbers", "quantiles"})
  void aCardOfANumberIsDrawn(String name) {
    boolean hasQuantiles = name.equals("quantiles");
    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setColorScheme(ColorScheme.DARK),
            "/models/" + name + "/1",
            page -> {
              assertThat(page.locator("main")).containsText("Predicts price, in kEUR");
              assertThat(row(page, "This model").first()).containsText("12.50");
              assertThat(page.locator(".best")).hasCount(1);
              assertThat(page.getByText("Errors").first()).isVisible();
              assertThat(page.locator(".chart svg .stroke")).hasCount(hasQuantiles ? 4 : 3);
              assertThat(page.locator(".chart svg .target")).hasCount(hasQuantiles ? 1 : 0);
              assertThat(page.locator(".chart svg .piece")).hasCount(2);
              assertThat(page.locator("main")).containsText("(intercept)");
              page.getByText("Its decisions, as Spark").click();
              assertThat(page.locator("pre")).containsText("If (feature 0 <= 5)");
              assertThat(page.locator("main")).containsText("in 3 of 50 trees.");
              page.getByText("By town").click();
              assertThat(row(page, "Bonn")).containsText("9.000");
              assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
              Chromium.checkAccessibility(page);
              page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
              Chromium.checkContrast(page);
            });
  }

  @Test
  void whatCannotBeDoneIsSaid() {
    assertThat(Site.CALLS.page("/models/bare/1").body()).contains("no card");
    assertThat(Site.CALLS.page("/models/bare/2").statusCode()).isEqualTo(404);
    assertThat(post("/models/bare/2/promote").statusCode()).isEqualTo(409);
    assertThat(post("/models/bare/rollback").body()).contains("has no champion");
  }

  private static HttpResponse<String> post(String path) {
    return Site.CALLS.send(Site.CALLS.request(path).POST(BodyPublishers.noBody()));
  }

  static Map<String, Object> card() throws IOException {
    try (InputStream in = ModelsIT.class.getResourceAsStream("/card.json")) {
      return Json.mapper().readValue(in, new TypeReference<>() {});
    }
  }

  private static void register(String name, String version, Map<String, Object> card) {
    REGISTRY.register(version(name, version), card, null);
  }

  private static ModelVersion version(String name, String version) {
    return new ModelVersion(
        name,
        version,
        "file:/models/" + name + "/" + version,
        Instant.parse("2026-01-01T00:00:00Z"),
        Map.of("accuracy", 0.496, "log_loss", 1.04));
  }
}
