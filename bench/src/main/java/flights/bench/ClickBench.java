package flights.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import flights.bench.load.Latencies;
import flights.bench.report.Findings;
import flights.core.command.BenchCommands.BenchClickCommand;
import flights.core.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From the click on the form's button until the browser has drawn the answer, one flight after the
 * other, at ease.
 */
final class ClickBench implements Bench<BenchClickCommand> {

  private static final int WARM_UP = 20;
  private static final List<String> PARTS = List.of("click to answer", "click to drawn");

  @Override
  public Class<BenchClickCommand> command() {
    return BenchClickCommand.class;
  }

  @Override
  public void run(Settings settings, BenchClickCommand asked, Findings findings)
      throws IOException {
    int clicks = asked.clicks();
    WebTarget target = WebTarget.of(settings, Optional.empty());
    findings.parameter("clicks", clicks);
    System.out.printf("%d clicks in a browser, after %d to warm up ...%n", clicks, WARM_UP);
    List<Latencies> parts = Stream.generate(Latencies::new).limit(PARTS.size()).toList();
    try (Chromium chromium = Chromium.start()) {
      click(chromium.open(target.service() + "/flights/delays/predict_kafka"), clicks, parts);
    } catch (PlaywrightException e) {
      findings.fail("a click was not answered: " + e.getMessage().lines().findFirst().get());
    }
    for (int part = 0; part < parts.size(); part++) {
      parts.get(part).tell(findings, PARTS.get(part));
    }
    findings.plot(
        Latencies.byPercentile(
            "From the click",
            List.of(parts.get(0).line("to answer"), parts.get(1).line("to drawn"))));
  }

  private static void click(Page page, int clicks, List<Latencies> parts) throws IOException {
    SampleRequests requests = new SampleRequests(42);
    String click = script();
    for (int i = 0; i < WARM_UP + clicks; i++) {
      List<?> millis = (List<?>) page.evaluate(click, SampleRequests.form(requests.next()));
      for (int part = 0; i >= WARM_UP && part < parts.size(); part++) {
        long now = System.nanoTime();
        double took = ((Number) millis.get(part)).doubleValue();
        parts.get(part).add(now - Math.round(took * 1e6), now);
      }
    }
  }

  private static String script() throws IOException {
    try (InputStream in = ClickBench.class.getResourceAsStream("click.js")) {
      return new String(
          Objects.requireNonNull(in, "click.js").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
