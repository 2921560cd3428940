package flights.web.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The models that can be trained: the folders of {@code resources/pipelines}. */
public final class Pipelines {

  private final Path folder;

  private Pipelines(Path folder) {
    this.folder = folder;
  }

  /** Those of the program that this process belongs to, as its script tells. */
  public static Pipelines installed() {
    return new Pipelines(
        Path.of(System.getProperty("flights.root", "."), "resources", "pipelines"));
  }

  /** In alphabetical order; looked up each time, since people add to them. */
  List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(it -> Files.isRegularFile(it.resolve("pipeline.yaml")))
          .map(it -> it.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
