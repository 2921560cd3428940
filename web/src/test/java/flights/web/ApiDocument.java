package flights.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What /openapi.yaml says.
 *
 * @param root all of it
 */
record ApiDocument(JsonNode root) {

  /** What may be done at an address. */
  record Operation(String method, String path, JsonNode description) {}

  static ApiDocument read() throws IOException {
    return new ApiDocument(new YAMLMapper().readTree(Site.CALLS.get("/openapi.yaml").body()));
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (var path : root.get("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        operations.add(
            new Operation(
                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
      }
    }
    return operations;
  }
}
