package flights.web.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import flights.core.contract.FieldError;
import flights.core.json.Json;
import flights.web.errors.Problem;
import flights.web.guard.GivenTwice;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the named texts of a form, sent as a form or as a JSON object. */
public final class FormFields {

  private static final ObjectReader JSON =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private FormFields() {}

  /** Throws {@link Problem} when the body is neither. */
  public static Map<String, String> of(Context ctx) {
    if (ctx.isJson()) {
      return fromJson(ctx.bodyAsBytes());
    }
    if (ctx.isFormUrlencoded()) {
      return fromForm(ctx);
    }
    throw Problem.unsupportedType(
        "The body must be application/x-www-form-urlencoded or application/json.");
  }

  private static Map<String, String> fromForm(Context ctx) {
    try {
      Map<String, String> fields = new HashMap<>();
      GivenTwice.check(ctx.formParamMap());
      ctx.formParamMap().forEach((name, values) -> values.forEach(it -> fields.put(name, it)));
      return fields;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Problem.unsupportedType("The body's character set is not known.");
    }
  }

  private static Map<String, String> fromJson(byte[] body) {
    Map<String, String> fields = new HashMap<>();
    List<FieldError> errors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : object(body).properties()) {
      JsonNode value = field.getValue();
      if (value.isTextual() || value.isNumber()) {
        fields.put(field.getKey(), value.asText());
      } else if (!value.isNull()) {
        errors.add(new FieldError(field.getKey(), "must be a text or a number"));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.badFields(errors);
    }
    return fields;
  }

  private static JsonNode object(byte[] body) {
    try {
      JsonNode node = JSON.readTree(body);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      // Said below: what Jackson says is for programmers.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw Problem.badRequest("The body must be a JSON object with the fields of the form.");
  }
}
