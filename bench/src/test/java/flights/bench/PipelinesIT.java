package flights.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import flights.bench.system.FreePorts;
import flights.core.check.Check;
import flights.core.registry.ModelRegistry;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models that nobody has written Java for, of two files each: trained, served by a real predictor,
 * and seen on their pages.
 */
class PipelinesIT {

  private static final Path PIPELINES = Path.of("..", "trainer", "src", "test", "resources");
  private static final Random RANDOM = new Random(9);

  @TempDir static Path folder;
  private static final List<Process> running = new ArrayList<>();
  private static Installation flights;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    Assumptions.assumeTrue(
        Chromium.installed().isPresent(), "there is no Chromium; FLIGHTS_TEST_CHROMIUM names one");
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    flights = new Installation(folder);
    // Its pipelines lie in a folder of the test's, not in that of the program.
    String options = System.getenv().getOrDefault("FLIGHTS_JAVA_OPTIONS", "");
    flights.environment().put("FLIGHTS_JAVA_OPTIONS", options + " -Dflights.root=" + folder);
    run("store", 0);
    run("broker", 0);
    await().atMost(Duration.ofMinutes(3)).until(PipelinesIT::storeIsUp);
    train("prices", 300, "id,sold,size,rooms,town,paid", PipelinesIT::flat);
    train("grades", 400, "id,weight,gloss,grade", PipelinesIT::piece);
    run("web", 0);
    run("predict prices grades", FreePorts.of(1).get(0));
    chromium = Chromium.start();
    await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> isServed("prices"));
    await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> isServed("grades"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (chromium != null) {
      chromium.close();
    }
    for (int i = running.size() - 1; i >= 0; i--) {
      running.get(i).destroy();
      running.get(i).waitFor();
    }
  }

  @Test
  void aNumberHasItsCardAndItsAnswerWithARange() {
    Page card = chromium.open(flights.address("/models/prices/" + version("prices")));
    assertThat(card.locator("main")).containsText("Predicts price, in kEUR: regression");
    assertThat(card.locator("main")).containsText("Last value");
    assertThat(card.locator("main")).containsText("RandomForestRegressionModel");
    assertThat(card.locator(".chart svg .stroke").first()).isVisible();
    assertThat(card.locator(".chart svg .piece").first()).isVisible();
    card.getByText("Its decisions, as Spark").click();
    assertThat(card.locator("pre")).containsText("If (feature");

    Page page = chromium.open(flights.address("/models/prices/predict"));
    page.getByLabel("size").fill("100");
    page.getByLabel("town").fill("Ulm");
    page.getByLabel("year").fill("");
    page.getByLabel("month").fill("");
    page.getByLabel("sold").fill("2025-03-01");
    page.locator("#ask button").click();
    Locator answer = page.locator("#answer .result");
    assertThat(answer.locator("dd.big")).hasText(Pattern.compile("[34]\\d\\d(\\.\\d)? kEUR"));
    assertThat(answer.locator(".likely")).containsText("With a likelihood of 80% between");
    answer.locator(".id").click();
    assertThat(page.locator("dd.big")).containsText("kEUR");
  }

  @Test
  void theMonthsItHasLearntFromAndTheNextTwelveAreDrawn() {
    Page page = chromium.open(flights.address("/models/prices/forecast?town=Kiel"));
    assertThat(page.locator(".chart svg .stroke")).hasCount(2);
    assertThat(page.locator(".chart svg .band")).hasCount(1);
    assertThat(page.locator(".table tbody tr")).hasCount(12);
    assertThat(page.locator(".table tbody tr").first()).containsText("November 2024");
    page.getByText("Show the figures").click();
    assertThat(page.locator(".chart tbody tr")).hasCount(10 + 12);

    page.getByLabel("town").selectOption("Ulm");
    page.locator("main form button").click();
    assertThat(page.locator("section h2").first()).hasText("Ulm");
    assertThat(page.locator(".table tbody tr")).hasCount(12);

    page.navigate(flights.address("/models/prices/forecast?town=Rom"));
    assertThat(page.locator(".notice .badge")).hasText("new");
  }

  @Test
  void fiveClassesHaveTheirCardAndTheirAnswerAsBars() {
    Page card = chromium.open(flights.address("/models/grades/" + version("grades")));
    assertThat(card.locator("main")).containsText("Predicts grade: classification");
    assertThat(card.locator(".confusion tbody tr")).hasCount(5);
    assertThat(card.locator("main")).containsText("LogisticRegressionModel");
    assertThat(card.locator("main")).containsText("(intercept)");

    Page page = chromium.open(flights.address("/models/grades/predict"));
    page.getByLabel("weight").fill("99");
    page.getByLabel("gloss").fill("99");
    page.locator("#ask button").click();
    assertThat(page.locator("#answer .words")).hasText("splendid");
    assertThat(page.locator("#answer .bars li")).hasCount(5);
  }

  @Test
  void bothAreListedWithTheMetricsOfTheirTask() throws Exception {
    String models = flights.get("/models").body();
    assertThat(models).contains("RMSE", "MAPE", "Accuracy", "Weighted F1");
    assertThat(flights.run(Map.of(), "models", "prices").text())
        .contains("RMSE", "the first version")
        .doesNotContain("Accuracy");
  }

  private static void train(String name, int rows, String header, IntFunction<String> row)
      throws Exception {
    Path pipeline = Files.createDirectories(folder.resolve("resources/pipelines").resolve(name));
    for (String file : List.of("pipeline.yaml", "prepare.sql")) {
      Files.copy(
          PIPELINES.resolve("pipelines").resolve(name).resolve(file), pipeline.resolve(file));
    }
    Path data =
        Files.writeString(
            folder.resolve(name + ".csv"),
            IntStream.range(0, rows)
                .mapToObj(row)
                .collect(Collectors.joining("\n", header + "\n", "\n")));
    Installation.Said said = flights.run(Map.of(), "train", name, "--data", data.toString());
    assertThat(said.code()).as("%s", said.text()).isZero();
    assertThat(said.text().lines().reduce((before, last) -> last).orElse(""))
        .isEqualTo(
            "model card: %s while the web server runs, and file:%s/card.json"
                .formatted(
                    flights.address("/models/" + name + "/" + version(name)),
                    folder.resolve("home/models").resolve(name).resolve(version(name))));
  }

  private static void run(String command, int metricsPort) throws IOException {
    Map<String, String> more =
        metricsPort == 0 ? Map.of() : Map.of("FLIGHTS_METRICS_PORT", String.valueOf(metricsPort));
    Path log = folder.resolve(command.replace(' ', '-') + ".log");
    running.add(flights.start(log, more, command.split(" ")));
  }

  private static boolean storeIsUp() {
    try (Store store = Store.open(Settings.of(flights.environment()))) {
      Check check = store.check();
      return check.up();
    }
  }

  private static boolean isServed(String name) throws Exception {
    String page = flights.get("/models/" + name + "/predict").body();
    return page.contains("Predict all") && !page.contains("Nobody answers");
  }

  private static String version(String name) {
    try (Store store = Store.open(Settings.of(flights.environment()))) {
      return new ModelRegistry(store.database()).champion(name).orElseThrow().version();
    }
  }

  private static String flat(int i) {
    double size = 20 + 130 * RANDOM.nextDouble();
    int town = RANDOM.nextInt(3);
    double paid = 3 * size + 60 * town + 10 * RANDOM.nextGaussian();
    LocalDate sold = LocalDate.of(2024, 1, 1).plusDays(i);
    String name = List.of("Bonn", "Kiel", "Ulm").get(town);
    return csv("%d,%s,%.1f,%d,%s,%.1f", i, sold, size, 1 + (int) (size / 25), name, paid);
  }

  private static String piece(int i) {
    double weight = 100 * RANDOM.nextDouble();
    double gloss = 100 * RANDOM.nextDouble();
    return csv("%d,%.1f,%.1f,%d", i, weight, gloss, (int) Math.min(4, (weight + gloss) / 40));
  }

  private static String csv(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells);
  }
}
