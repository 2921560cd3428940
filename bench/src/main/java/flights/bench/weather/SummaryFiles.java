package flights.bench.weather;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What {@code ./flights demo weather consume} writes, as anyone may read it at any time. */
public record SummaryFiles(Path folder) {

  /** Messages that the files tell about; 0 while there are none. */
  public long read() {
    return files().stream().mapToLong(file -> file.path("offset").asLong()).sum();
  }

  /** Reports in the statistics of all stations. */
  public long counted() {
    return files().stream()
        .flatMap(file -> StreamSupport.stream(file.spliterator(), false))
        .mapToLong(entry -> entry.path("count").asLong())
        .sum();
  }

  private List<JsonNode> files() {
    List<JsonNode> read = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return read;
    }
    try (var files = Files.newDirectoryStream(folder, "partition-*.json")) {
      for (Path file : files) {
        read.add(Json.read(Files.readString(file), JsonNode.class));
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }
}
