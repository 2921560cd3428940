package flights.trainer.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of this package's resources with places to be filled, each written as a name in ${}. */
final class Template {

  private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+)}");

  private final String name;
  private final String text;

  private Template(String name, String text) {
    this.name = name;
    this.text = text;
  }

  static Template load(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new Template(name, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Values are put in as they are: who makes them escapes them. */
  String fill(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(values, place.group(1))));
  }

  private String value(Map<String, String> values, String place) {
    return Objects.requireNonNull(values.get(place), () -> name + " wants " + place);
  }
}
