package flights.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import flights.flight.Prediction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages as a person meets them, in a real browser. */
class PageIT {

  private static final String FORM = "/flights/delays/predict_kafka";

  private static final Web WEB = Site.WEB;

  private static PlayedPredictor predictor;

  @BeforeAll
  static void start() {
    Chromium.shared();
    Cluster cluster = Cluster.shared();
    ImportedFlights.into(cluster.store);
    predictor = new PlayedPredictor(cluster.kafka, cluster.store);
  }

  @AfterAll
  static void stop() {
    predictor.close();
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

          assertThat(page.locator("#answer h2")).hasText("Probably on time");
          assertThat(page.locator("#answer")).containsText("+14 min");
          assertThat(page.locator("#answer .chance"))
              .hasText("81% chance of less than 30 minutes late");
          assertThat(page.locator("#answer")).containsText("−9 and +41 min");
          assertThat(page.locator("#answer .chosen .percent")).hasText("58%");
          assertThat(page.locator("#answer .reasons")).containsText("Left 25 minutes late");
          assertThat(page.locator("#answer .meta")).containsText("20130704-0815");
          assertThat(page.locator("#answer .meta")).containsText(Pattern.compile("\\d+ ms"));
          assertThat(page.locator("#answer .flight"))
              .hasText("American Airlines 1, JFK to LAX, 4 July 2013");
          assertThat(page.locator("#about .map svg .route")).hasCount(1);
          assertThat(page.locator("#about")).containsText("2,469 miles");
          assertThat(page.locator("#recent")).containsText("American Airlines 1, JFK to LAX");
          assertThat(page.locator("#recent")).containsText("Probably on time: 81% chance");
          Chromium.checkAccessibility(page);
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
          page.route(Pattern.compile("/response/.*wait="), route -> route.abort());
          fill(page);
          page.getByText("Predict the delay").click();
          assertThat(page.locator("#answer")).containsText("Waiting for the predictor");
          answer(page.locator("#answer .id").textContent());

          assertThat(page.locator("#answer h2")).hasText("Probably on time");
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

          assertThat(page.locator("main h2.words")).hasText("Probably on time");
          assertThat(page.locator("main .chosen .percent")).hasText("58%");
        });
  }

  @Test
  void aKeyboardIsEnough() {
    open(
        new Browser.NewContextOptions(),
        page -> {
          page.keyboard().press("Tab");
          assertThat(page.locator(".skip")).isFocused();
          page.getByLabel("Airline").focus();
          page.keyboard().type("American");
          press(
              page, "Tab", "1", "Tab", "07042013", "Tab", "Tab", "JFK", "Tab", "LAX", "Tab", "25");
          page.keyboard().press("Enter");
          assertThat(page.locator("#answer")).containsText("Waiting for the predictor");
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

  private static void open(Browser.NewContextOptions options, Consumer<Page> visit) {
    Chromium.shared().visit(WEB, options, FORM, visit);
  }

  /** Presses Tab, and types all else. */
  private static void press(Page page, String... keys) {
    for (String key : keys) {
      if (key.equals("Tab")) {
        page.keyboard().press(key);
      } else {
        page.keyboard().type(key);
      }
    }
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
}
