package flights.model.predict;

import flights.core.text.ClosestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is said of a model that a query calls and that has no version, with the way out. */
final class MissingVersion {

  private final Path pipelines;

  /**
   * @param pipelines holds one folder a pipeline
   */
  MissingVersion(Path pipelines) {
    this.pipelines = pipelines;
  }

  /** Those of the program that this process belongs to, as its script tells. */
  static MissingVersion installed() {
    return new MissingVersion(
        Path.of(System.getProperty("flights.root", "."), "resources", "pipelines"));
  }

  /** Of a model that has versions, none of which is the champion. */
  static String withoutChampion(String model) {
    return model + " has no champion: ./flights models promote " + model + " VERSION";
  }

  /**
   * Of a name that no registered model has.
   *
   * @param written as the query has it
   * @param registered names of models that have versions
   */
  String unknown(String written, Collection<String> registered) {
    String name = ServedModels.folded(written);
    List<String> trainable = trainable();
    if (trainable.contains(name)) {
      return name + " has no version yet: ./flights train " + name + " makes one";
    }
    Set<String> known = new TreeSet<>(trainable);
    known.addAll(registered);
    return "there is no model "
        + written
        + (known.isEmpty()
            ? ": ./flights train makes one"
            : "; there are: " + String.join(", ", known) + ClosestName.hint(name, known));
  }

  private List<String> trainable() {
    if (!Files.isDirectory(pipelines)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(pipelines)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pipeline.yaml")))
          .map(folder -> folder.getFileName().toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(pipelines + " cannot be read: " + e.getMessage(), e);
    }
  }
}
