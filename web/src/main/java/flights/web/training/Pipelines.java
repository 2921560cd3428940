package flights.web.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The models that can be trained: the folders of {@code resources/pipelines}. */
public final class Pipelines {

  private static final String FILE = "pipeline.yaml";
  private static final ObjectReader YAML =
      YAMLMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build()
          .readerFor(Rows.class);

  private final Path folder;
  private final String first;

  private Pipelines(Path folder, String first) {
    this.folder = folder;
    this.first = first;
  }

  /**
   * A pipeline and the rows that it is trained on.
   *
   * @param rows what it says of them; nothing when it cannot be read, which the trainer tells
   */
  public record Pipeline(String name, Rows rows) {}

  /**
   * What a pipeline says of the rows that it is trained on.
   *
   * @param input the format
   * @param columns that they need; empty when it does not say
   * @param columnsNote what else is to be known, a sentence; null for nothing
   * @param data where those are that come with it; null for none
   * @param dataNote how to get some
   */
  public record Rows(
      String input, List<String> columns, String columnsNote, String data, String dataNote) {

    private static final Rows UNKNOWN = new Rows(null, null, null, null, null);

    public Rows {
      columns = columns == null ? List.of() : List.copyOf(columns);
    }

    public boolean hasData() {
      return data != null;
    }
  }

  /**
   * Those of the program that this process belongs to, as its script tells.
   *
   * @param first the model that is meant when nobody says another
   */
  public static Pipelines installed(String first) {
    return new Pipelines(
        Path.of(System.getProperty("flights.root", "."), "resources", "pipelines"), first);
  }

  /**
   * The usual one, and the others in alphabetical order; looked up each time, since people add to
   * them.
   */
  List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(it -> Files.isRegularFile(it.resolve(FILE)))
          .map(it -> it.getFileName().toString())
          .sorted(Comparator.comparing((String it) -> !it.equals(first)).thenComparing(it -> it))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In the order of the names, with what each says of its rows. */
  List<Pipeline> all() {
    return names().stream().map(this::of).toList();
  }

  Pipeline of(String name) {
    return new Pipeline(name, rows(name));
  }

  private Rows rows(String name) {
    try {
      Rows rows = YAML.readValue(folder.resolve(name).resolve(FILE).toFile());
      return rows == null ? Rows.UNKNOWN : rows;
    } catch (JsonProcessingException e) {
      return Rows.UNKNOWN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
