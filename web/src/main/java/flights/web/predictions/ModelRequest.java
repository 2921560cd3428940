package flights.web.predictions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import flights.core.contract.Field;
import flights.core.contract.FieldError;
import flights.core.contract.RequestId;
import flights.core.json.Json;
import java.util.List;
import java.util.Map;

/**
 * A request as a model's contract wants it, with an id of the server's.
 *
 * @param errors why it would be rejected; empty when it would not
 */
public record ModelRequest(String id, byte[] bytes, List<FieldError> errors) {

  /** Of what people have typed; an empty text is none, and what the contract lacks is left out. */
  public static ModelRequest ofTexts(ServedModel model, Map<String, String> texts) {
    ObjectNode object = Json.mapper().createObjectNode();
    for (Field field : model.config().inputSchema()) {
      String text = texts.get(field.name());
      if (text != null && !text.isBlank()) {
        object.set(field.name(), field.type().ofText(text.strip()));
      }
    }
    return of(model, object);
  }

  /** Of a JSON object; what is no object is rejected. */
  static ModelRequest ofJson(ServedModel model, JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return new ModelRequest(
          RequestId.next(), new byte[0], List.of(new FieldError(null, "is not a JSON object")));
    }
    ObjectNode asked = Json.mapper().createObjectNode();
    for (Field field : model.config().inputSchema()) {
      if (object.has(field.name())) {
        asked.set(field.name(), object.get(field.name()));
      }
    }
    return of(model, asked);
  }

  private static ModelRequest of(ServedModel model, ObjectNode object) {
    String id = RequestId.next();
    object.put(model.config().idColumn(), id);
    Map<String, String> faults = model.parser().faults(object);
    return new ModelRequest(
        id,
        Json.bytes(object),
        faults.entrySet().stream()
            .map(fault -> new FieldError(fault.getKey(), fault.getValue()))
            .toList());
  }

  public boolean isGood() {
    return errors.isEmpty();
  }

  /** All errors in one line. */
  String error() {
    return String.join(
        "; ",
        errors.stream()
            .map(it -> it.field() == null ? it.message() : it.field() + " " + it.message())
            .toList());
  }
}
