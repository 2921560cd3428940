package flights.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A connector as a file holds it for a POST to {@code /connectors}.
 *
 * @param config as JSON, with its placeholders
 */
record ConnectorFile(String name, String config) {

  /** Throws IllegalArgumentException with the file's name. */
  static ConnectorFile read(Path file) {
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readString(file));
      if (!json.path("name").isTextual() || !json.path("config").isObject()) {
        throw new IllegalArgumentException(
            file + " is no connector: it needs a \"name\" and a \"config\"");
      }
      return new ConnectorFile(json.get("name").textValue(), json.get("config").toString());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is no JSON: line %d, %s"
              .formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          Files.exists(file)
              ? file + " cannot be read: " + e.getMessage()
              : "there is no file " + file,
          e);
    }
  }
}
