package flights.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemathesis makes requests from the API's document, and compares each answer with it. */
class ApiFuzzIT {

  private static final String PROGRAMS = System.getenv("FLIGHTS_TEST_SCHEMATHESIS");
  private static final Path CONFIG = Path.of("..", "testing", "schemathesis", "schemathesis.toml");

  @Test
  void noAnswerContradictsTheDocument(@TempDir Path folder) throws Exception {
    assumeThat(PROGRAMS)
        .as("FLIGHTS_TEST_SCHEMATHESIS names no programs; ./flights test installs them")
        .isNotNull();
    Path log = folder.resolve("log");

    int code =
        new ProcessBuilder(
                Path.of(PROGRAMS, "schemathesis").toString(),
                "--config-file",
                CONFIG.toAbsolutePath().toString(),
                "run",
                "http://127.0.0.1:" + Site.WEB.port() + "/openapi.yaml",
                "--phases",
                "examples,coverage,fuzzing",
                "--continue-on-failure",
                "--no-color")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();

    String said = Files.readString(log);
    assertThat(code).as("%s", said).isZero();
    assertThat(said).contains("API Operations:");
  }
}
