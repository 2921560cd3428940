package flights.core.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import flights.core.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * The one place where objects become BSON documents and back: the field names of their JSON, but
 * instants as BSON dates.
 */
public final class Documents {

  private static final ObjectMapper MAPPER =
      Json.mapper()
          .copy()
          .registerModule(
              new SimpleModule("bson-dates")
                  .addSerializer(Instant.class, new InstantAsDate())
                  .addDeserializer(Instant.class, new DateAsInstant()));

  private Documents() {}

  public static Document of(Object value) {
    return new Document(MAPPER.convertValue(value, new TypeReference<Map<String, Object>>() {}));
  }

  /** Throws IllegalArgumentException when the document does not hold what the type needs. */
  public static <T> T to(Class<T> type, Document document) {
    return MAPPER.convertValue(document, type);
  }

  /** A stored document as a map that is ready to become JSON: its dates are instants. */
  public static Map<String, Object> plain(Map<String, Object> document) {
    Map<String, Object> plain = new LinkedHashMap<>();
    document.forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  private static Object plain(Object value) {
    if (value instanceof Document document) {
      return plain((Map<String, Object>) document);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Documents::plain).toList();
    }
    return value instanceof Date date ? date.toInstant() : value;
  }

  private static final class InstantAsDate extends JsonSerializer<Instant> {
    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeEmbeddedObject(Date.from(value));
    }
  }

  private static final class DateAsInstant extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
          && in.getEmbeddedObject() instanceof Date date) {
        return date.toInstant();
      }
      // Jackson turns a java.util.Date in a map into epoch milliseconds or text on its way here.
      return in.currentToken() == JsonToken.VALUE_NUMBER_INT
          ? Instant.ofEpochMilli(in.getLongValue())
          : Instant.parse(in.getText());
    }
  }
}
