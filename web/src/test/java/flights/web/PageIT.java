package flights.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import flights.core.flight.Prediction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as a person meets them, in a real browser. */
class PageIT {

  private static final String FORM = "/flights/delays/predict_kafka";

  private static Web web;
  private static PlayedPredictor predictor;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void start() {
    Path chromium =
        Path.of(System.getenv().getOrDefault("FLIGHTS_TEST_CHROMIUM", "/usr/bin/chromium"));
    Assumptions.assumeTrue(
        Files.isExecutable(chromium),
        "there is no Chromium at " + chromium + "; FLIGHTS_TEST_CHROMIUM names another");
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    Cluster cluster = Cluster.shared();
    web = Web.start(cluster.settings(), 0);
    predictor = new PlayedPredictor(cluster.kafka, cluster.store);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(launchOptions(chromium));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
      predictor.close();
      web.close();
    }
  }

  @Test
  void aFormIsAnsweredOnThePage() {
    open(
        new Browser.NewContextOptions(),
        page -> {
          fill(page);
          page.getByText("Predict the delay").click();
          assertThat(page.locator("#answer")).containsText("Waiting for the predictor");
          String id = page.locator("#answer .id").textContent();

          answer(id);

          assertThat(page.locator("#answer h2")).hasText("on time or up to 30 minutes late");
          assertThat(page.locator("#answer")).containsText("+14 min");
          assertThat(page.locator("#answer")).containsText("−9 and +41 min");
          assertThat(page.locator("#answer .chosen .percent")).hasText("58%");
          assertThat(page.locator("#answer .reasons")).containsText("Left 25 minutes late");
          assertThat(page.locator("#answer .meta")).containsText("20130704-0815");
          assertThat(page.locator("#answer .meta")).containsText(Pattern.compile("\\d+ ms"));
          assertThat(page.locator("#answer .flight"))
              .hasText("American Airlines 1, JFK to LAX, 4 July 2013");
        });
  }

  @Test
  void whatIsWrongStandsAtItsFieldAndIsGoneWhenItIsRight() {
    open(
        new Browser.NewContextOptions(),
        page -> {
          fill(page);
          page.getByLabel("Destination").fill("JFK");
          page.getByLabel("Departure delay").fill("soon");
          page.getByText("Predict the delay").click();

          assertThat(page.locator("#Dest-error")).containsText("Destination is the same airport");
          assertThat(page.locator("#DepDelay-error")).containsText("must be minutes");
          assertThat(page.locator("#Origin-error")).isEmpty();
          assertThat(page.locator("#Dest")).isFocused();
          assertThat(page.locator("#answer")).containsText("Some fields need another look");

          fill(page);
          page.getByText("Predict the delay").click();
          assertThat(page.locator("#Dest-error")).isEmpty();
          assertThat(page.locator("#answer")).containsText("Waiting for the predictor");
        });
  }

  @Test
  void aRejectionIsToldFromWaiting() {
    open(
        new Browser.NewContextOptions(),
        page -> {
          fill(page);
          page.getByText("Predict the delay").click();
          assertThat(page.locator("#answer")).containsText("Waiting for the predictor");
          predictor.storeRejection(page.locator("#answer .id").textContent(), "a bad day");

          assertThat(page.locator("#answer")).containsText("The predictor rejected this request");
          assertThat(page.locator("#answer")).containsText("a bad day");
        });
  }

  @Test
  void withoutLongPollsThePageAsksOnceASecond() {
    open(
        new Browser.NewContextOptions(),
        page -> {
          page.route(Pattern.compile("wait="), route -> route.abort());
          fill(page);
          page.getByText("Predict the delay").click();
          assertThat(page.locator("#answer")).containsText("Waiting for the predictor");
          answer(page.locator("#answer .id").textContent());

          assertThat(page.locator("#answer h2")).hasText("on time or up to 30 minutes late");
        });
  }

  @Test
  void withoutAScriptTheFormWorksToo() {
    open(
        new Browser.NewContextOptions().setJavaScriptEnabled(false),
        page -> {
          fill(page);
          page.getByLabel("Airline").selectOption("");
          page.getByText("Predict the delay").click();
          assertThat(page.locator("#Carrier-error")).hasText("Airline is missing");
          assertThat(page.locator("#Origin")).hasValue("JFK");

          page.getByLabel("Airline").selectOption("AA");
          page.getByText("Predict the delay").click();
          assertThat(page.locator("main")).containsText("Waiting for the predictor");
          answer(page.locator("main .id").textContent());

          assertThat(page.locator("main h2")).hasText("on time or up to 30 minutes late");
          assertThat(page.locator("main .chosen .percent")).hasText("58%");
        });
  }

  @Test
  void aPhoneShowsAllOfItWithoutScrollingSideways() {
    open(
        new Browser.NewContextOptions().setViewportSize(360, 740).setHasTouch(true),
        page -> {
          fill(page);
          page.getByText("Predict the delay").click();
          assertThat(page.locator("#answer")).containsText("Waiting for the predictor");
          answer(page.locator("#answer .id").textContent());
          assertThat(page.locator("#answer h2")).isVisible();

          assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        });
  }

  /** Runs a visit, and fails when the page wrote an error: a breach of the content policy, say. */
  private static void open(Browser.NewContextOptions options, Consumer<Page> visit) {
    List<String> complaints = new java.util.concurrent.CopyOnWriteArrayList<>();
    try (BrowserContext context =
        browser.newContext(options.setBaseURL("http://127.0.0.1:" + web.port()))) {
      Page page = context.newPage();
      page.onConsoleMessage(
          message -> {
            boolean network = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !network) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      page.navigate(FORM);
      visit.accept(page);
    }
    assertThat(complaints).isEmpty();
  }

  private static void fill(Page page) {
    page.getByLabel("Airline").selectOption("AA");
    page.getByLabel("Flight number").fill("1");
    page.getByLabel("Date").fill("2013-07-04");
    page.getByLabel("Origin").fill("JFK");
    page.getByLabel("Destination").fill("LAX");
    page.getByLabel("Departure delay").fill("25");
  }

  private static void answer(String id) {
    Prediction prediction = PlayedPredictor.prediction(predictor.await(id));
    predictor.store(prediction);
    predictor.respond(prediction);
  }

  private static LaunchOptions launchOptions(Path chromium) {
    return new LaunchOptions()
        .setExecutablePath(chromium)
        .setArgs(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
  }
}
