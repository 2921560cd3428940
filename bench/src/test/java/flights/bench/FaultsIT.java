package flights.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults as {@code ./flights bench faults --short} tries them. */
class FaultsIT {

  @TempDir Path folder;

  @Test
  void nothingIsLostOrDoubledByTheWorst() throws Exception {
    nothingIsLostOrDoubled("kill-predictor", "kill-broker", "kill-store", "swap");
  }

  @Test
  @Tag("long")
  void nothingIsLostOrDoubledByAnyQuickOne() throws Exception {
    nothingIsLostOrDoubled();
  }

  private void nothingIsLostOrDoubled(String... names) throws Exception {
    Stream<String> command = Stream.of("bench", "faults", "--short");
    Installation.Said said =
        new Installation(folder)
            .run(Map.of(), Stream.concat(command, Stream.of(names)).toArray(String[]::new));

    assertThat(said.text()).contains("nothing was lost or doubled");
    assertThat(said.code()).as(said.text()).isZero();
  }

  @Test
  void anUnknownFaultIsAnsweredWithTheKnownOnes() throws Exception {
    Installation.Said said = new Installation(folder).run(Map.of(), "bench", "faults", "rain");

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.text()).contains("there is no fault rain", "kill-predictor");
  }
}
