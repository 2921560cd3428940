package flights.workloads.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFileTest {

  @TempDir Path folder;

  @Test
  void aFileIsReplacedOnlyWhenItIsKept() throws IOException {
    Path file = Files.writeString(folder.resolve("sales.csv"), "old");
    try (TargetFile target = TargetFile.open(file)) {
      target.out().write("new".getBytes(UTF_8));
      target.out().flush();
      assertThat(file).hasContent("old");
      target.keep();
    }
    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void whatIsNotKeptLeavesNothing() throws IOException {
    Path file = folder.resolve("sales.csv");
    try (TargetFile target = TargetFile.open(file)) {
      target.out().write(1);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aMissingFolderIsMade() throws IOException {
    Path file = folder.resolve("some/where/sales.csv");
    try (TargetFile target = TargetFile.open(file)) {
      target.keep();
    }
    assertThat(file).isEmptyFile();
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("sales.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    try (TargetFile target = TargetFile.open(link)) {
      target.out().write("new".getBytes(UTF_8));
      target.keep();
    }
    assertThat(link).isSymbolicLink().hasContent("new");
    assertThat(file).hasContent("new");
  }

  @Test
  void whatCanBeNoFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> TargetFile.open(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(folder + " is a folder: name a file in it");
    assertThatThrownBy(() -> TargetFile.open(Path.of("/dev/null")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("/dev/null is no file");
    assertThatThrownBy(() -> TargetFile.open(file.resolve("sales.csv")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file.resolve("sales.csv")
                + " cannot be written (what should be its folder is a file): --to names another"
                + " file");
  }
}
