package flights.workloads.snapshot;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * The file of a partition: {@code {"partition": 2, "offset": 17, "KEY": {...}, ...}}. Offset and
 * summaries travel together, so that no message is counted twice or left out, whenever the process
 * is killed.
 */
final class SnapshotFile<S> {

  private static final String PARTITION = "partition";
  private static final String OFFSET = "offset";

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private final Path path;
  private final int partition;
  private final Class<S> type;

  SnapshotFile(Path folder, int partition, Class<S> type) {
    this.path = folder.resolve("partition-" + partition + ".json");
    this.partition = partition;
    this.type = type;
  }

  Path path() {
    return path;
  }

  /** Whether the file has a place for it. */
  static boolean canHold(String key) {
    return !key.equals(PARTITION) && !key.equals(OFFSET);
  }

  /**
   * What the file holds; nothing yet when there is none. Throws IllegalStateException, with the
   * reason, for one that is damaged or something else: it is left as it is.
   */
  Snapshot<S> read() {
    if (!Files.exists(path)) {
      return new Snapshot<>(partition, 0, new HashMap<>());
    }
    try {
      return snapshot(STRICT.readTree(Files.readAllBytes(path)));
    } catch (JsonProcessingException e) {
      throw refused("it is damaged, or no JSON: " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage(), e);
    } catch (IOException e) {
      throw refused("it cannot be read: " + e.getMessage(), e);
    }
  }

  private Snapshot<S> snapshot(JsonNode file) throws JsonProcessingException {
    if (!file.path(PARTITION).isIntegralNumber() || !file.path(OFFSET).isIntegralNumber()) {
      throw new IllegalArgumentException("it is no summary: partition or offset is missing");
    }
    if (file.get(PARTITION).asInt() != partition) {
      throw new IllegalArgumentException("it is of partition " + file.get(PARTITION).asInt());
    }
    Map<String, S> entries = new HashMap<>();
    Iterator<Map.Entry<String, JsonNode>> fields = file.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (canHold(field.getKey())) {
        entries.put(field.getKey(), entry(field));
      }
    }
    return new Snapshot<>(partition, file.get(OFFSET).asLong(), entries);
  }

  private S entry(Map.Entry<String, JsonNode> field) {
    try {
      return STRICT.treeToValue(field.getValue(), type);
    } catch (JsonProcessingException e) {
      Throwable reason = e.getCause() instanceof IllegalArgumentException ? e.getCause() : e;
      throw new IllegalArgumentException(
          "what it has of %s is no summary: %s"
              .formatted(field.getKey(), reason.getMessage().split("\n", 2)[0]),
          e);
    }
  }

  private IllegalStateException refused(String reason, Exception cause) {
    return new IllegalStateException(
        "%s is not used, and not overwritten: %s; move it away, and partition %d is read from its beginning"
            .formatted(path, reason, partition),
        cause);
  }

  /** Returns when the disk has it. Who reads the file at any time sees the old one or this one. */
  void write(Snapshot<S> snapshot) throws IOException {
    DurableFile.replace(
        path,
        out -> {
          try (JsonGenerator json = STRICT.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeNumberField(PARTITION, snapshot.partition());
            json.writeNumberField(OFFSET, snapshot.offset());
            for (Map.Entry<String, S> entry : snapshot.entries().entrySet()) {
              json.writeObjectField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.flush();
          }
        });
  }
}
