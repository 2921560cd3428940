package flights.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import flights.core.training.TrainingJob;
import flights.core.training.TrainingJobs;
import flights.core.training.TrainingListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A training from the form to the new version; what trains is played, what carries it is real. */
class TrainingIT {

  private static final String CSV = "FlightDate,Carrier\n2013-07-04,B6\n";
  private static final Path UPLOADS = Path.of("target", "home", "uploads").toAbsolutePath();

  private static final Locator.FilterOptions VISIBLE = new Locator.FilterOptions().setVisible(true);

  private final TrainingJobs jobs = new TrainingJobs(Cluster.shared().store);
  private final PlayedTrainer trainer = new PlayedTrainer();
  private TrainingListener listener;

  @BeforeEach
  void listen() {
    listener = new TrainingListener(Cluster.shared().kafka, Cluster.shared().store, trainer);
    listener.start();
  }

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void anUploadedFileIsTrainedOnBeforeTheEyes() {

    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions().setViewportSize(390, 844),
            "/models",
            page -> {
              page.getByLabel("Model", new Page.GetByLabelOptions().setExact(true))
                  .selectOption("sentiment");
              page.getByLabel("Rows to learn from").selectOption("0.1");
              assertThat(page.getByText("a label is bad, neutral or good")).isVisible();
              assertThat(page.locator("#file-hint code").filter(VISIBLE))
                  .hasText(new String[] {"id", "clean_text", "label"});
              page.getByLabel("File", new Page.GetByLabelOptions().setExact(true))
                  .setInputFiles(
                      new FilePayload(
                          "../../evil<x>.csv", "text/csv", CSV.getBytes(StandardCharsets.UTF_8)));
              train(page);
              assertThat(page.locator("h1")).hasText("A training of sentiment");
              assertThat(page.locator(".jobs")).containsText("evil<x>.csv");
              List<String> words = trainer.command();
              Path file = Path.of(URI.create(after("--data", words)));
              TrainingJob job = jobs.find(after("--job", words)).orElseThrow();

              assertThat(words).startsWith("train", "sentiment").contains("--sample", "0.1");
              assertThat(file).hasParent(UPLOADS).hasContent(CSV);
              assertThat(file.getFileName().toString()).isEqualTo(job.id() + ".csv");

              jobs.at(job.id(), "time split: fitting", 0.25);
              assertThat(page.locator(".jobs")).containsText("time split: fitting, 25% of all");
              Chromium.checkAccessibility(page);
              assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
              jobs.done(job.id(), "7", "It does not answer: log loss 0.9 is no better");
              trainer.ends(0);
              assertThat(page.locator(".jobs")).containsText("no better");
              assertThat(page.locator(".jobs a").first())
                  .hasAttribute("href", "/models/sentiment/7");
            });
  }

  @Test
  void aTrainingThatFailsSaysWhyAndNothingElseIsNeededThanAModel() {
    Chromium.shared()
        .visit(
            Site.WEB,
            new Browser.NewContextOptions().setJavaScriptEnabled(false),
            "/models",
            page -> {
              assertThat(page.locator("#file-hint")).containsText("CRSArrTime");
              assertThat(page.locator("#file-hint")).containsText("clean_text");
              train(page);
              List<String> words = trainer.command();
              assertThat(words).hasSize(4).startsWith("train", "flight-delay", "--job");
              // It is begun again twice.
              IntStream.range(0, 3).forEach(time -> trainer.ends(137));

              Eventually.await().until(() -> jobs.find(after("--job", words)).orElseThrow().over());
              page.reload();
              assertThat(page.locator(".jobs"))
                  .containsText("the trainer was killed by signal 9, 3 times");
            });
  }

  @Test
  void anAddressGoesToTheTrainerAsItIs() {
    HttpResponse<String> asked =
        post("model=flight-delay&sample=1&data=s3a%3A%2F%2Fflights%2F2015+--promote");
    List<String> words = trainer.command();
    trainer.ends(0);

    assertThat(asked.statusCode()).isEqualTo(303);
    assertThat(after("--data", words)).isEqualTo("s3a://flights/2015 --promote");
  }

  @Test
  void whatCannotBeAskedIsRefusedAndLeavesNothing() throws IOException {
    long files = files();

    assertThat(post("model=..%2Fother").body())
        .contains("one of flight-delay, bot-detector, rain, sales, sentiment");
    assertThat(post("model=sentiment&sample=2").statusCode()).isEqualTo(400);
    assertThat(post("model=sentiment&data=a%0Ab").statusCode()).isEqualTo(400);
    String huge = announced(2L * 1024 * 1024 * 1024);
    assertThat(huge).contains(" 413 ", "name its address");
    assertThat(files()).isEqualTo(files);
  }

  /** The answer to an upload of so many bytes, of which none are sent. */
  private static String announced(long bytes) {
    return Raw.send(
        Site.WEB,
        "POST /models/train HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: "
            + bytes
            + "\r\n\r\n");
  }

  private static long files() throws IOException {
    if (!Files.exists(UPLOADS)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(UPLOADS)) {
      return files.count();
    }
  }

  private static void train(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Train").setExact(true))
        .click();
  }

  private static String after(String word, List<String> words) {
    return words.get(words.indexOf(word) + 1);
  }

  private static HttpResponse<String> post(String form) {
    return Site.CALLS.send(
        Site.CALLS
            .request("/models/train")
            .header("Content-Type", Calls.FORM)
            .POST(BodyPublishers.ofString(form)));
  }

  /** Does what it is told to, when it is told to. */
  private static final class PlayedTrainer implements TrainingListener.Script {

    private final BlockingQueue<List<String>> begun = new ArrayBlockingQueue<>(10);
    private final BlockingQueue<Integer> ended = new ArrayBlockingQueue<>(10);

    @Override
    public int run(List<String> words) throws InterruptedException {
      begun.add(words);
      return ended.take();
    }

    @Override
    public void stop() {
      ended.add(143);
    }

    List<String> command() {
      Eventually.await().until(() -> !begun.isEmpty());
      return begun.remove();
    }

    void ends(int code) {
      ended.add(code);
    }
  }
}
