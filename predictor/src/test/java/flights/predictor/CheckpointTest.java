package flights.predictor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  @TempDir Path folder;
  private Path offsets;

  @BeforeEach
  void make() throws IOException {
    offsets = Files.createDirectories(folder.resolve("offsets"));
    Files.createFile(offsets.resolve(".0.4f7f1f2e.tmp"));
    Files.createFile(offsets.resolve(".0.crc"));
  }

  @Test
  void theRestOfAFirstNoteIsCleared() {
    new Checkpoint(folder).clearUnfinished();

    assertThat(offsets).isEmptyDirectory();
  }

  @Test
  void nothingIsTouchedOnceANoteIsWhole() throws IOException {
    Files.createFile(offsets.resolve("0"));

    new Checkpoint(folder).clearUnfinished();

    assertThat(offsets.resolve("0")).exists();
    assertThat(offsets.resolve(".0.crc")).exists();
  }

  @Test
  void aStreamThatHasNeverRunHasNothingToClear() {
    new Checkpoint(folder.resolve("new")).clearUnfinished();

    assertThat(folder.resolve("new")).doesNotExist();
  }
}
