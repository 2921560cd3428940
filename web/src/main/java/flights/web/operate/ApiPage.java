package flights.web.operate;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The description of all addresses: as OpenAPI document, and to be read. */
final class ApiPage {

  private final byte[] yaml = read();

  void yaml(Context ctx) {
    ctx.contentType("application/yaml; charset=utf-8").result(yaml);
  }

  void show(Context ctx) {
    ctx.render("api.html", Map.of("api", parse(yaml)));
  }

  private static byte[] read() {
    try (InputStream in = ApiPage.class.getResourceAsStream("/openapi.yaml")) {
      return Objects.requireNonNull(in, "openapi.yaml").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> parse(byte[] yaml) {
    try {
      return new YAMLMapper().readValue(yaml, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("openapi.yaml is no YAML", e);
    }
  }
}
