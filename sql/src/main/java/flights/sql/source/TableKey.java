package flights.sql.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flights.core.json.Json;
import java.io.IOException;
import java.util.List;

/**
 * By what a row of a table is found: the values of its primary key, from the message's row, or else
 * from the message's key, as a JSON object or, for one column, as it is.
 */
final class TableKey {

  private static final List<String> ROWS_OF_CHANGES = List.of("after", "before");

  private final List<String> columns;
  private final MessageFormat format;

  TableKey(Relation table) {
    this.columns = table.key();
    this.format = table.format();
  }

  /** Null when there is none: then the message says nothing of a row. */
  String of(String messageKey, byte[] value) {
    JsonNode row = row(value);
    JsonNode key = key(messageKey);
    ArrayNode values = Json.mapper().createArrayNode();
    for (String column : columns) {
      JsonNode found = row.hasNonNull(column) ? row.get(column) : key.get(column);
      if (found == null || found.isNull()) {
        return null;
      }
      values.add(found.asText());
    }
    return values.toString();
  }

  /** The message's value; columns of the primary key that it lacks are filled in. */
  byte[] withKey(String messageKey, byte[] value) {
    if (format.isChange()) {
      return value;
    }
    JsonNode row = parsed(value);
    if (!(row instanceof ObjectNode object) || columns.stream().allMatch(object::hasNonNull)) {
      return value;
    }
    JsonNode key = key(messageKey);
    columns.stream()
        .filter(column -> !object.hasNonNull(column) && key.hasNonNull(column))
        .forEach(column -> object.set(column, key.get(column)));
    return Json.bytes(object);
  }

  private JsonNode row(byte[] value) {
    JsonNode message = parsed(value);
    if (!format.isChange()) {
      return message;
    }
    JsonNode change = message.has("payload") ? message.get("payload") : message;
    return ROWS_OF_CHANGES.stream()
        .map(change::path)
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(Json.mapper().createObjectNode());
  }

  private JsonNode key(String text) {
    JsonNode key =
        text == null
            ? parsed(null)
            : parsed(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    JsonNode named = key.has("payload") ? key.get("payload") : key;
    if (named.isObject() && !named.isEmpty()) {
      return named;
    }
    ObjectNode alone = Json.mapper().createObjectNode();
    if (text != null && columns.size() == 1) {
      alone.put(columns.get(0), text);
    }
    return alone;
  }

  /** An empty object when there is none. */
  private static JsonNode parsed(byte[] text) {
    try {
      JsonNode node = text == null ? null : Json.mapper().readTree(text);
      return node != null && node.isObject() ? node : Json.mapper().createObjectNode();
    } catch (IOException e) {
      return Json.mapper().createObjectNode();
    }
  }
}
