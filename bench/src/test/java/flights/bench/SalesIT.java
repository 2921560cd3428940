package flights.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import flights.testing.S3Server;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From nothing to a forecast on the page, with a million rows, as a shop does it: on a fresh home,
 * by the commands and in a browser.
 */
@Tag("long")
class SalesIT {

  private static final double TRAINING_MILLIS = Duration.ofMinutes(20).toMillis();

  @TempDir Path folder;

  @Test
  void aMillionRowsAreUploadedLearntFromAndForecast() throws Exception {
    fromNothingToAForecast(Map.of(), "file:");
  }

  @Test
  void theSameByAnObjectStore() throws Exception {
    try (S3Server s3 = S3Server.start(folder)) {
      String uploads = "s3a://" + S3Server.BUCKET + "/uploads";
      fromNothingToAForecast(
          Map.of("FLIGHTS_UPLOADS", uploads, "FLIGHTS_SPARK_OPTIONS", s3.optionsText()), uploads);
    }
  }

  private void fromNothingToAForecast(Map<String, String> more, String kept) throws Exception {
    Assumptions.assumeTrue(
        Chromium.installed().isPresent(), "there is no Chromium; FLIGHTS_TEST_CHROMIUM names one");
    Installation flights = new Installation(folder);
    flights.environment().putAll(more);
    flights.environment().put("FLIGHTS_MODELS", "flight-delay,sales");
    Path log = folder.resolve("up.log");
    Process up = flights.start(log, Map.of(), "up", "--sample", "0.1");
    try (Chromium chromium = Chromium.start()) {
      PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
      Installation.awaitReady(up, log);
      Path file = folder.resolve("sales.csv");
      Installation.Said made =
          flights.run(
              Map.of(), "demo", "sales", "generate", "--rows", "1000000", "--to", file.toString());
      assertThat(made.code()).as(made.text()).isZero();

      Page page = chromium.open(flights.address("/models/sales/trainings"));
      page.getByLabel("File").setInputFiles(file);
      page.getByText("Train", new Page.GetByTextOptions().setExact(true)).click();
      Locator job = page.locator("main");
      assertThat(job)
          .containsText(
              "It answers now",
              new LocatorAssertions.ContainsTextOptions().setTimeout(TRAINING_MILLIS));
      assertThat(job).containsText(kept);
      assertThat(job).containsText("1,000,000");

      // The predictor needs a moment to take the version; the page asks again by itself.
      page.navigate(flights.address("/models/sales/forecast"));
      assertThat(page.locator(".chart svg .stroke")).hasCount(2);
      assertThat(page.locator(".chart svg .band")).hasCount(1);
      assertThat(page.locator(".table tbody tr")).hasCount(12);
      assertThat(page.locator(".table tbody tr").first().locator("td").first())
          .hasText(Pattern.compile("[\\d,.]+"));
    } finally {
      up.destroy();
      up.waitFor();
    }
  }
}
