package flights.trainer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import flights.core.contract.BadFormException;
import flights.core.contract.FieldError;
import flights.core.contract.ParsedRequest;
import flights.core.contract.RequestId;
import flights.core.contract.RequestParser;
import flights.core.json.Json;
import flights.core.settings.BadSettingException;
import flights.core.settings.Settings;
import flights.flight.FlightForm;
import flights.flight.FlightFormReader;
import flights.flight.FlightRequest;
import flights.flight.reference.ReferenceData;
import flights.trainer.pipeline.Fitting;
import flights.trainer.pipeline.PipelineException;
import flights.trainer.pipeline.PipelineReader;
import flights.trainer.pipeline.PipelineSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever comes in: a right result or one clear line, never another exception, and never for ever.
 */
class FuzzTest {

  private static final Path SHIPPED = Path.of("..", "resources", "pipelines");
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final List<String> VARIABLES =
      List.of(
          "FLIGHTS_HOME",
          "FLIGHTS_MODEL",
          "FLIGHTS_MODEL_STORE",
          "KAFKA_BOOTSTRAP_SERVERS",
          "MONGODB_URI",
          "MONGODB_DATABASE",
          "FLIGHTS_STORE",
          "FLIGHTS_WEB_HOST",
          "FLIGHTS_WEB_PORT",
          "FLIGHTS_WEB_RATE",
          "FLIGHTS_ADMIN_TOKEN",
          "FLIGHTS_PARTITIONS",
          "FLIGHTS_SPARK_OPTIONS",
          "FLIGHTS_CHECKPOINT_INTERVAL",
          "FLIGHTS_WEB_HEAP",
          "FLIGHTS_PARENT",
          "FLIGHTS_ROLE");

  @TempDir static Path folder;

  @Test
  void requests() {
    PipelineSpec spec = new PipelineReader(SHIPPED).spec("flight-delay");
    RequestParser parser = new RequestParser(spec.inputSchema(), spec.idColumn());
    FlightForm form =
        new FlightForm("AA", "1", LocalDate.of(2013, 7, 4), "JFK", "LAX", 25.0, 905, 1210);
    String good =
        Json.write(
            FlightRequest.of(RequestId.next(), Instant.now(), form, ReferenceData.bundled()));
    assertThat(parser.parse(good.getBytes(StandardCharsets.UTF_8)).error()).isNull();

    for (byte[] bytes : new Mutants("requests", good)) {
      inTime(
          bytes,
          () -> {
            ParsedRequest parsed = parser.parse(bytes);
            assertThat(parsed.values()).hasSize(spec.inputSchema().size());
            if (parsed.error() == null) {
              assertThat(parsed.id()).isNotBlank();
            } else {
              isOneLine(parsed.error());
            }
          });
    }
  }

  @Test
  void pipelines() throws IOException {
    PipelineReader reader = new PipelineReader(folder);
    Path file = Files.createDirectories(folder.resolve("mine")).resolve("pipeline.yaml");
    for (byte[] bytes : new Mutants("pipelines", shipped("flight-delay"), shipped("sentiment"))) {
      Files.write(file, bytes);
      inTime(
          bytes,
          () -> {
            try {
              PipelineSpec spec = reader.spec("mine");
              assertThat(spec.config(Map.of()).topics()).isNotNull();
              assertThat(new Fitting(spec, 42)).isNotNull();
            } catch (PipelineException e) {
              isOneLine(e.getMessage());
            }
          });
    }
  }

  @Test
  void settings() {
    int turn = 0;
    for (byte[] bytes :
        new Mutants(
            "settings",
            "8080",
            "host:9092,other:9092",
            "mongodb://a:27017",
            "500ms",
            "2g",
            "spark.a.b=c")) {
      String name = VARIABLES.get(turn++ % VARIABLES.size());
      String value = new String(bytes, StandardCharsets.UTF_8).replace("\u0000", "");
      inTime(
          bytes,
          () -> {
            try {
              Settings settings = Settings.of(Map.of(name, value));
              assertThat(settings.webAddress()).isNotBlank();
              assertThat(settings.home()).isNotNull();
            } catch (BadSettingException e) {
              isOneLine(e.getMessage());
              assertThat(e.getMessage()).contains(name);
            }
          });
    }
  }

  @Test
  void forms() {
    FlightFormReader reader =
        new FlightFormReader(Clock.systemUTC(), ReferenceData.bundled()::coverage);
    List<String> names =
        new ArrayList<>(
            List.of(
                "Carrier",
                "FlightNum",
                "FlightDate",
                "Origin",
                "Dest",
                "DepDelay",
                "CRSDepTime",
                "CRSArrTime"));
    int turn = 0;
    for (byte[] bytes : new Mutants("forms", "AA", "9999", "2013-07-04", "JFK", "-12.5", "13:05")) {
      String name = names.get(turn++ % names.size());
      Map<String, String> fields =
          new HashMap<>(
              Map.of("Carrier", "AA", "FlightDate", "2013-07-04", "Origin", "JFK", "Dest", "LAX"));
      fields.put(name, new String(bytes, StandardCharsets.UTF_8));
      inTime(
          bytes,
          () -> {
            try {
              FlightForm form = reader.read(fields);
              assertThat(FlightRequest.of("id", Instant.now(), form, ReferenceData.bundled()))
                  .isNotNull();
            } catch (BadFormException e) {
              e.errors().stream().map(FieldError::message).forEach(FuzzTest::isOneLine);
            }
          });
    }
  }

  private static String shipped(String name) throws IOException {
    return Files.readString(SHIPPED.resolve(name).resolve("pipeline.yaml"));
  }

  private static void isOneLine(String message) {
    assertThat(message).isNotBlank().doesNotContain("\n", "\r").hasSizeLessThan(2_000);
  }

  /** Tells which input it was, in a form that can be kept. */
  private static void inTime(byte[] input, Runnable check) {
    try {
      assertTimeoutPreemptively(LONGEST, check::run);
    } catch (Throwable e) {
      throw new AssertionError(
          e.getClass().getSimpleName()
              + " at an input of "
              + input.length
              + " bytes: "
              + Json.write(new String(input, StandardCharsets.ISO_8859_1)),
          e);
    }
  }
}
