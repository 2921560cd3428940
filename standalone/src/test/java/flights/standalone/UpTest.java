package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.core.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {

  @TempDir Path home;

  @Test
  void aStreamThatIsNotThereIsToldBeforeAnythingStarts() {
    Settings settings =
        Settings.of(Map.of("FLIGHTS_HOME", home.toString(), "FLIGHTS_STREAMS", "no-such-stream"));
    Up up = new Up(settings, new UpOptions(null, null), Launcher.fromSystemProperty());

    assertThatThrownBy(up::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("FLIGHTS_STREAMS: there is no folder ")
        .hasMessageContaining("no-such-stream");
    assertThat(home).isEmptyDirectory();
  }
}
