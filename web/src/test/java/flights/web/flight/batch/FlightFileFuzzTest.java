package flights.web.flight.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import flights.core.json.Json;
import flights.flight.FlightFormReader;
import flights.flight.reference.ReferenceData;
import flights.web.errors.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is uploaded: flights, rows with a reason, or one clear line. More on demand: {@code
 * -Dflights.test.random=100000}.
 */
class FlightFileFuzzTest {

  private static final ReferenceData REFERENCE = ReferenceData.bundled();
  private static final int RANDOM = Integer.getInteger("flights.test.random", 1_000);
  private static final String GOOD =
      "Carrier,FlightNum,FlightDate,Origin,Dest,DepDelay\n"
          + "AA,1,2013-07-04,JFK,LAX,5\n\"B6\",165,2013-07-04,JFK,PDX,\n";
  private static final List<String> PIECES =
      List.of(
          "\u0000",
          "\ufeff",
          "\n",
          "\r",
          "\r\n",
          "\"",
          "\"\"",
          ",",
          ";",
          "\t",
          "=cmd()",
          "é",
          "✈",
          "x".repeat(5_000),
          ",".repeat(3_000),
          "\n".repeat(50));

  private final Random random = new Random(13);
  private final List<byte[]> corpus = new ArrayList<>();

  @Test
  void anyBytes() throws IOException {
    corpus.add(GOOD.getBytes(StandardCharsets.UTF_8));
    try (Stream<Path> files =
        Files.list(Path.of("src", "test", "resources", "corpus", "flights"))) {
      for (Path file : files.sorted().toList()) {
        corpus.add(Files.readAllBytes(file));
      }
    }
    corpus.forEach(FlightFileFuzzTest::check);
    for (int i = 0; i < RANDOM; i++) {
      check(damaged(damaged(corpus.get(random.nextInt(corpus.size())))));
    }
  }

  private byte[] damaged(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(12));
    byte[] between =
        switch (random.nextInt(3)) {
          case 0 -> new byte[] {(byte) random.nextInt()};
          case 1 -> new byte[0];
          default -> PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(between);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private static void check(byte[] bytes) {
    try {
      assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(bytes));
    } catch (Throwable e) {
      throw new AssertionError(
          e.getClass().getSimpleName()
              + " at "
              + Json.write(new String(bytes, StandardCharsets.ISO_8859_1)),
          e);
    }
  }

  private static void read(byte[] bytes) {
    try {
      FlightFile.Content content =
          FlightFile.read(
              new ByteArrayInputStream(bytes),
              new FlightFormReader(Clock.systemUTC(), REFERENCE::coverage));
      assertThat(content.badCount()).isGreaterThanOrEqualTo(content.bad().size());
      content.bad().forEach(row -> isOneLine(row.reason()));
      content.rows().forEach(row -> assertThat(row.form().origin()).hasSize(3));
    } catch (Problem e) {
      isOneLine(e.getMessage());
    }
  }

  private static void isOneLine(String message) {
    assertThat(message).isNotBlank().doesNotContain("\n", "\r").hasSizeLessThan(2_000);
  }
}
