package flights.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.settings.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of this process itself. */
class ServiceTest {

  private final Service self = new Service("self", ProcessHandle.current().pid());

  @Test
  void itsFiguresAreThere() throws IOException {
    assertThat(self.seconds()).isPositive();
    assertThat(self.memory()).isGreaterThan(1 << 20);
    assertThat(self.threadCount()).isGreaterThan(1).isCloseTo(self.threads().size(), within10());
    assertThat(self.handles()).isPositive();
    assertThat(Heap.live(self.pid()).orElse(1)).isPositive();
  }

  @Test
  void timeIsByPart() {
    CpuTimes times = CpuTimes.from(List.of(self));
    long sum = 0;
    while (times.used().getOrDefault("self", 0.0) < 0.05) {
      sum += System.nanoTime() % 7;
    }
    assertThat(sum).isNotNegative();
    assertThat(times.used()).containsKeys("self", "self: garbage collection", "self: compiling");
  }

  @Test
  void aHomeThatNobodyServesHasNone(@TempDir Path folder) {
    assertThat(Services.of(new Home(folder))).isEmpty();
  }

  @Test
  void thoseOfAHomeAreRead(@TempDir Path folder) throws IOException {
    Home home = new Home(folder);
    Files.createDirectories(home.lock().getParent());
    Files.writeString(home.lock(), String.valueOf(self.pid()));
    Files.writeString(
        home.processes(),
        "[{\"name\":\"web\",\"pid\":%d},{\"name\":\"predictor\",\"pid\":0}]".formatted(self.pid()));

    assertThat(Services.of(home))
        .containsExactly(new Service(Services.PARENT, self.pid()), new Service("web", self.pid()));
  }

  private static org.assertj.core.data.Offset<Integer> within10() {
    return org.assertj.core.data.Offset.offset(10);
  }
}
