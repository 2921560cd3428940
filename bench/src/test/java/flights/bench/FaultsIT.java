package flights.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick ones of the faults, as {@code ./flights bench faults --short} tries them. */
class FaultsIT {

  @TempDir Path folder;

  @Test
  void nothingIsLostOrDoubled() throws Exception {
    Installation.Said said = new Installation(folder).run(Map.of(), "bench", "faults", "--short");

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
