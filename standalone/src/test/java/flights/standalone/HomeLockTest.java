package flights.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.settings.Home;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

  @TempDir Path folder;

  @Test
  void aHomeThatNobodyServesIsFree() {
    assertThat(HomeLock.isHeld(new Home(folder))).isFalse();
    HomeLock.take(new Home(folder)).close();
    assertThat(HomeLock.isHeld(new Home(folder))).isFalse();
    HomeLock.take(new Home(folder)).close();
  }
}
