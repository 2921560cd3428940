package flights.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import flights.core.json.Json;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The models: what is told about them, and how one of them comes to answer. */
class ModelsIT {

  private static final ModelRegistry REGISTRY =
      new ModelRegistry(Cluster.shared().store.database());

  @BeforeAll
  static void register() throws IOException {
    Map<String, Object> card;
    try (InputStream in = ModelsIT.class.getResourceAsStream("/card.json")) {
      card = Json.mapper().readValue(in, new TypeReference<>() {});
    }
    for (String version : new String[] {"1", "2"}) {
      REGISTRY.register(version("shown", version), card);
    }
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
  void whatCannotBeDoneIsSaid() {
    assertThat(Site.CALLS.page("/models/bare/1").body()).contains("no card");
    assertThat(Site.CALLS.page("/models/bare/2").statusCode()).isEqualTo(404);
    assertThat(post("/models/bare/2/promote").statusCode()).isEqualTo(409);
    assertThat(post("/models/bare/rollback").body()).contains("has no champion");
  }

  private static HttpResponse<String> post(String path) {
    return Site.CALLS.send(Site.CALLS.request(path).POST(BodyPublishers.noBody()));
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
