package flights.predictor.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import flights.predictor.stream.Checkpoint.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  private static final Topic TOPIC = new Topic("requests", "a");

  @TempDir Path home;
  private Path folder;
  private Path offsets;

  @BeforeEach
  void make() throws IOException {
    folder = home.resolve("model");
    offsets = Files.createDirectories(folder.resolve("offsets"));
    Files.createFile(offsets.resolve(".0.4f7f1f2e.tmp"));
    Files.createFile(offsets.resolve(".0.crc"));
  }

  @Test
  void theRestOfAFirstNoteIsCleared() {
    new Checkpoint(folder).prepare(TOPIC);

    assertThat(offsets).isEmptyDirectory();
  }

  @Test
  void nothingIsTouchedOnceANoteIsWhole() throws IOException {
    Files.createFile(offsets.resolve("0"));

    new Checkpoint(folder).prepare(TOPIC);

    assertThat(offsets.resolve("0")).exists();
    assertThat(offsets.resolve(".0.crc")).exists();
  }

  @Test
  void aStreamOfTheSameTopicGoesOn() throws IOException {
    new Checkpoint(folder).prepare(TOPIC);
    Files.createFile(offsets.resolve("0"));

    assertThatCode(() -> new Checkpoint(folder).prepare(TOPIC)).doesNotThrowAnyException();
  }

  @Test
  void aTopicThatWasMadeAnewIsToldWithTheWayOut() throws IOException {
    new Checkpoint(folder).prepare(TOPIC);
    Files.createFile(offsets.resolve("0"));

    assertThatThrownBy(() -> new Checkpoint(folder).prepare(new Topic("requests", "b")))
        .isInstanceOf(BrokenStream.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("requests as it was before it was deleted and made again")
        .hasMessageContaining("delete that folder");
  }

  @Test
  void anotherTopicIsToldByItsName() throws IOException {
    new Checkpoint(folder).prepare(TOPIC);
    Files.createFile(offsets.resolve("0"));

    assertThatThrownBy(() -> new Checkpoint(folder).prepare(new Topic("questions", "c")))
        .isInstanceOf(BrokenStream.class)
        .hasMessageContaining(
            "is of the topic requests, and the model's requests come by questions");
  }

  @Test
  void nobodyElseNotesHereWhileItIsLocked() throws Exception {
    try (AutoCloseable lock = new Checkpoint(folder).lock()) {
      assertThatThrownBy(() -> new Checkpoint(folder).lock())
          .hasMessageContaining("is served already by another process")
          .hasMessageContaining("FLIGHTS_HOME");
    }
    new Checkpoint(folder).lock().close();
  }
}
