package flights.trainer.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The columns whose values a pipeline numbers, with one number for all that it has not seen. */
final class IndexedFields {

  private static final String INDEXER = "StringIndexer";

  private IndexedFields() {}

  static List<String> of(List<StageSpec> stages) {
    return stages.stream()
        .filter(stage -> stage.type().equals(INDEXER) || stage.type().endsWith("." + INDEXER))
        .filter(stage -> isKeep(stage.params().get("handleInvalid")))
        .flatMap(IndexedFields::columns)
        .toList();
  }

  private static boolean isKeep(JsonNode handling) {
    return handling != null && handling.asText().equals("keep");
  }

  private static Stream<String> columns(StageSpec stage) {
    JsonNode one = stage.params().get("inputCol");
    JsonNode several = stage.params().get("inputCols");
    return Stream.concat(
        Stream.ofNullable(one).map(JsonNode::asText),
        several == null
            ? Stream.of()
            : StreamSupport.stream(several.spliterator(), false).map(JsonNode::asText));
  }
}
