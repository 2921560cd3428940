package flights.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/** The one browser of all tests in this JVM; it ends with it. */
final class Chromium {

  private static final Set<String> SERIOUS = Set.of("serious", "critical");
  private static final Chromium SHARED = new Chromium();

  private final Browser browser;

  private Chromium() {
    Path chromium =
        Path.of(System.getenv().getOrDefault("FLIGHTS_TEST_CHROMIUM", "/usr/bin/chromium"));
    Assumptions.assumeTrue(
        Files.isExecutable(chromium),
        "there is no Chromium at " + chromium + "; FLIGHTS_TEST_CHROMIUM names another");
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(launchOptions(chromium));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
  }

  static Chromium shared() {
    return SHARED;
  }

  /** Runs a visit, and fails when the page wrote an error: a breach of the content policy, say. */
  void visit(Web web, Browser.NewContextOptions options, String path, Consumer<Page> visit) {
    List<String> complaints = new CopyOnWriteArrayList<>();
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
      page.navigate(path);
      visit.accept(page);
    }
    assertThat(complaints).isEmpty();
  }

  /** Fails when people with a screen reader, a keyboard or weak eyes would be stopped. */
  static void checkAccessibility(Page page) {
    check(new AxeBuilder(page));
  }

  /** The same for what other colours can change. */
  static void checkContrast(Page page) {
    check(new AxeBuilder(page).withRules(List.of("color-contrast")));
  }

  private static void check(AxeBuilder rules) {
    List<Rule> violations = rules.analyze().getViolations();
    assertThat(violations)
        .filteredOn(rule -> SERIOUS.contains(rule.getImpact()))
        .extracting(
            rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes().get(0).getHtml())
        .isEmpty();
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
