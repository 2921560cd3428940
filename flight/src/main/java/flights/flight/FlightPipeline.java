package flights.flight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What {@code resources/pipelines/flight-delay/pipeline.yaml} says of the flight model, which its
 * form and its pages need before there is a model. The build packs that file into the jar, so that
 * topics, labels and limits stand in one place.
 */
final class FlightPipeline {

  private static final JsonNode PIPELINE = read();

  private FlightPipeline() {}

  /** What stands under these keys. */
  static String text(String... keys) {
    JsonNode node = PIPELINE;
    for (String key : keys) {
      node = node.path(key);
    }
    if (!node.isTextual()) {
      throw new IllegalStateException("pipeline.yaml has no " + String.join(": ", keys));
    }
    return node.textValue();
  }

  /** What the classes 0, 1, ... mean, in words. */
  static List<String> labels() {
    return elements("output_labels").map(JsonNode::textValue).toList();
  }

  /** The limit {@code min} or {@code max} of a field of a request. */
  static double limit(String field, String end) {
    return elements("input_schema")
        .filter(it -> it.path("name").asText().equals(field))
        .map(it -> it.path(end).doubleValue())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("pipeline.yaml has no field " + field));
  }

  private static Stream<JsonNode> elements(String key) {
    return StreamSupport.stream(PIPELINE.path(key).spliterator(), false);
  }

  private static JsonNode read() {
    try (InputStream in = FlightPipeline.class.getResourceAsStream("pipeline.yaml")) {
      return new YAMLMapper().readTree(Objects.requireNonNull(in, "pipeline.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
