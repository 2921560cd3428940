package flights.core.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads a request from the bytes of a message; never throws, whatever the bytes are. */
public final class RequestParser implements Serializable {

  static final int MOST_BYTES = 64 * 1024;
  static final int MOST_ID_CHARACTERS = 128;

  private static final ObjectReader STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final ArrayList<Field> fields;
  private final String idColumn;

  public RequestParser(List<Field> fields, String idColumn) {
    this.fields = new ArrayList<>(fields);
    this.idColumn = idColumn;
  }

  public ParsedRequest parse(byte[] bytes) {
    if (bytes == null) {
      return rejected(null, "the message is empty");
    }
    if (bytes.length > MOST_BYTES) {
      return rejected(null, "the message has " + bytes.length + " bytes, over " + MOST_BYTES);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode node = STRICT.readValue(text);
      return node.isObject() ? read(node) : rejected(null, "the message is not a JSON object");
    } catch (CharacterCodingException e) {
      return rejected(null, "the message is not UTF-8 text");
    } catch (JsonProcessingException e) {
      return rejected(null, "the message is not JSON: " + e.getOriginalMessage());
    }
  }

  /** What is wrong with a request, field by field; empty when it would be accepted. */
  public Map<String, String> faults(JsonNode object) {
    Map<String, String> faults = new LinkedHashMap<>();
    read(object, faults);
    return faults;
  }

  private ParsedRequest read(JsonNode object) {
    Map<String, String> faults = new LinkedHashMap<>();
    List<Object> values = read(object, faults);
    String id = id(object.get(idColumn));
    return faults.isEmpty()
        ? new ParsedRequest(id, null, values)
        : rejected(
            id,
            faults.entrySet().stream()
                .map(fault -> fault.getKey() + " " + fault.getValue())
                .collect(Collectors.joining("; ")));
  }

  private List<Object> read(JsonNode object, Map<String, String> faults) {
    List<Object> values = new ArrayList<>(fields.size());
    for (Field field : fields) {
      values.add(
          field.from() == null
              ? read(field, object.get(field.name()), faults)
              : readOrDerive(field, object, faults));
    }
    if (id(object.get(idColumn)) == null && faults.isEmpty()) {
      faults.put(idColumn, "must be a text of 1 to " + MOST_ID_CHARACTERS + " characters");
    }
    return values;
  }

  /** A field that a date tells too; the request may have both when they agree. */
  private static Object readOrDerive(Field field, JsonNode object, Map<String, String> faults) {
    String source = field.from().field();
    JsonNode node = object.get(field.name());
    JsonNode dateNode = object.get(source);
    if (isNone(node) && isNone(dateNode)) {
      if (field.required()) {
        faults.put(field.name(), "is missing, and so is " + source + ", which tells it");
      }
      return null;
    }
    LocalDate date = isNone(dateNode) ? null : (LocalDate) FieldType.DATE.read(dateNode);
    Integer told = date == null ? null : (Integer) field.from().part().of(date);
    if (isNone(node)) {
      // What is wrong with the date is told as the date's own fault.
      return told == null ? null : checked(field, told, faults);
    }
    Object value = read(field, node, faults);
    if (told != null && value != null && !told.equals(value)) {
      faults.putIfAbsent(
          field.name(), "is " + value + ", but " + source + " is " + date + ": tell one of them");
    }
    return value;
  }

  private static boolean isNone(JsonNode node) {
    return node == null || node.isNull();
  }

  private static Object read(Field field, JsonNode node, Map<String, String> faults) {
    if (isNone(node)) {
      if (field.required()) {
        faults.put(field.name(), "is missing");
      }
      return null;
    }
    return checked(field, field.type().read(node), faults);
  }

  private static Object checked(Field field, Object value, Map<String, String> faults) {
    String fault = value == null ? "is not " + field.type().words() : field.fault(value);
    if (fault != null) {
      faults.put(field.name(), fault);
    }
    return value;
  }

  private static String id(JsonNode node) {
    if (node == null || !node.isTextual()) {
      return null;
    }
    String id = node.textValue();
    return id.isEmpty() || id.length() > MOST_ID_CHARACTERS ? null : id;
  }

  private ParsedRequest rejected(String id, String error) {
    List<Object> neutral =
        fields.stream()
            .map(field -> field.required() ? field.type().neutral() : null)
            .collect(Collectors.toList());
    return new ParsedRequest(id, error, neutral);
  }
}
