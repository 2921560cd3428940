package flights.web.errors;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which methods an address has by the API's document: another template may match it as well. */
final class DocumentedMethods {

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");
  private static final List<Address> ADDRESSES = read();

  /**
   * An address of the document.
   *
   * @param parameters how many
   * @param methods such as {@code GET, POST}
   */
  private record Address(Pattern pattern, int parameters, String methods) {}

  private DocumentedMethods() {}

  /** Empty for an address that the document does not have. */
  static Optional<String> of(String path) {
    return ADDRESSES.stream()
        .filter(address -> address.pattern().matcher(path).matches())
        .findFirst()
        .map(Address::methods);
  }

  /** Those with the fewest parameters first: they say exactly what is meant. */
  private static List<Address> read() {
    List<Address> addresses = new ArrayList<>();
    try (InputStream in = DocumentedMethods.class.getResourceAsStream("/openapi.yaml")) {
      JsonNode paths = new YAMLMapper().readTree(in).path("paths");
      paths.properties().forEach(path -> addresses.add(address(path.getKey(), path.getValue())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    addresses.sort(Comparator.comparingInt(Address::parameters));
    return List.copyOf(addresses);
  }

  private static Address address(String template, JsonNode operations) {
    String[] literal = PARAMETER.split(template, -1);
    String pattern = Stream.of(literal).map(Pattern::quote).collect(joining("[^/]+"));
    String methods =
        Stream.of("GET", "POST", "PUT", "DELETE")
            .filter(method -> operations.has(method.toLowerCase(Locale.ROOT)))
            .collect(joining(", "));
    return new Address(Pattern.compile(pattern), literal.length - 1, methods);
  }
}
