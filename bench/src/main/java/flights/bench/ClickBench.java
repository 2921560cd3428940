package flights.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import flights.core.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * From the click on the form's button until the browser has drawn the answer, one flight after the
 * other, at ease.
 */
final class ClickBench {

  private static final int WARM_UP = 20;
  private static final List<String> PARTS = List.of("answered", "drawn, all in all");

  private final Settings settings;
  private final int clicks;

  ClickBench(Settings settings, int clicks) {
    this.settings = settings;
    this.clicks = clicks;
  }

  /** True when every click was answered. */
  boolean run() {
    List<Durations> parts = Stream.generate(Durations::new).limit(PARTS.size()).toList();
    Requests requests = new Requests(42);
    String address = "http://" + settings.webAddress() + "/flights/delays/predict_kafka";
    System.out.printf(
        "%d clicks in a browser, after %d to warm up; %s ...%n", clicks, WARM_UP, Durations.load());
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.open(address);
      String click = script();
      for (int i = 0; i < WARM_UP + clicks; i++) {
        List<?> millis = (List<?>) page.evaluate(click, Requests.form(requests.next()));
        for (int part = 0; i >= WARM_UP && part < parts.size(); part++) {
          parts.get(part).add(((Number) millis.get(part)).doubleValue());
        }
      }
    } catch (PlaywrightException e) {
      System.out.println("a click was not answered: " + e.getMessage().lines().findFirst().get());
      return false;
    }
    for (int part = 0; part < parts.size(); part++) {
      System.out.printf("%-18s %s%n", PARTS.get(part), parts.get(part).words());
    }
    System.out.println("at the end " + Durations.load());
    return true;
  }

  private static String script() {
    try (InputStream in = ClickBench.class.getResourceAsStream("click.js")) {
      return new String(
          Objects.requireNonNull(in, "click.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
