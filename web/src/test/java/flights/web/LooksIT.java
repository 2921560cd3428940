package flights.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page: with a screen reader, in the dark, on a phone, with its charts. */
class LooksIT {

  @BeforeAll
  static void importFlights() {
    Chromium.shared();
    ImportedFlights.into(Cluster.shared().store);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/airlines",
        "/airline/B6",
        "/airplanes",
        "/airplane/N580JB",
        "/airport/JFK",
        "/flights/search",
        "/flights/JFK/PDX/2013-07-04",
        "/on_time_performance",
        "/on_time_performance?Carrier=B6&FlightDate=2013-07-04&FlightNum=165",
        "/total_flights",
        "/status",
        "/streams",
        "/streams/bots",
        "/api",
        "/nothing"
      })
  void aPageIsForEverybody(String path) {
    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setColorScheme(ColorScheme.DARK),
            path,
            page -> {
              assertThat(page.locator("h1")).hasCount(1);
              assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
              Chromium.checkAccessibility(page);
              page.emulateMedia(
                  new com.microsoft.playwright.Page.EmulateMediaOptions()
                      .setColorScheme(ColorScheme.LIGHT));
              Chromium.checkContrast(page);
            });
  }

  @Test
  void figuresAreDrawnAndCanBeRead() {
    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions(),
            "/airline/B6",
            page -> {
              assertThat(page.locator(".chart svg .stroke")).hasCount(1);
              assertThat(page.locator(".map svg .route")).hasCount(1);
              page.getByText("Show the figures").click();
              assertThat(page.locator(".chart table")).containsText("July 2013");
            });
  }

  @Test
  void withoutAScriptTheFiguresStandInTables() {
    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions().setJavaScriptEnabled(false),
            "/total_flights",
            page -> assertThat(page.locator("table")).containsText("31,000"));
  }
}
