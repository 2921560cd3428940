package flights.faults;

import static org.assertj.core.api.Assertions.assertThat;

import flights.bench.system.OwnSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults as {@code ./flights bench faults --short} tries them. */
class FaultsIT {

  private static final Path SCRIPT = Path.of("..", "flights").toAbsolutePath().normalize();

  @TempDir Path folder;

  /** What a command has said, and its exit code. */
  private record Said(int code, String text) {}

  @Test
  void nothingIsLostOrDoubledByTheWorst() throws Exception {
    nothingIsLostOrDoubled(
        benchFaults("--short", "kill-predictor", "kill-broker", "kill-store", "swap"));
  }

  @Test
  @Tag("long")
  void nothingIsLostOrDoubledByAnyQuickOne() throws Exception {
    nothingIsLostOrDoubled(benchFaults("--short"));
  }

  private static void nothingIsLostOrDoubled(Said said) {
    assertThat(said.text()).contains("nothing was lost or doubled");
    assertThat(said.code()).as(said.text()).isZero();
  }

  @Test
  void anUnknownFaultIsAnsweredWithTheKnownOnes() throws Exception {
    Said said = benchFaults("rain");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("there is no fault rain", "kill-predictor");
  }

  @Test
  void whatIsNotUnderstoodIsAnsweredWithTheUsage() throws Exception {
    assertThat(benchFaults("--rate", "fast").text().strip())
        .contains("--rate", "fast is no whole number above 0", "./flights bench faults --help")
        .doesNotContain("\n");
    assertThat(benchFaults("--help").text())
        .contains("Usage: ./flights bench faults", "--short", "--rate=NUMBER");
  }

  private Said benchFaults(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), "bench", "faults"));
    command.addAll(List.of(words));
    Path log = Files.createTempFile(folder, "faults", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(OwnSystem::isOfAnother);
    builder.environment().put("FLIGHTS_HOME", folder.resolve("home").toString());
    // The test run has built everything; nothing is to be built while it runs.
    builder.environment().put("FLIGHTS_PARENT", String.valueOf(ProcessHandle.current().pid()));
    int code = builder.start().waitFor();
    return new Said(code, Files.readString(log));
  }
}
