package flights.web.streams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import flights.core.streams.StatementFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folders of {@code resources/streams}; looked up again and again, since people add to them.
 */
final class StreamFolders {

  static final String PAGE = "page.yaml";

  private static final Pattern NAMED =
      Pattern.compile("\\bCREATE\\s+(?:STREAM|TABLE)\\s+`?(\\w+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern INSERT = Pattern.compile("_insert\\d+$");
  private static final ObjectReader YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build()
          .readerFor(ResultPage.class);

  private final StatementFolders statements;
  private final Briefly<String, Map<String, String>> streams = new Briefly<>(Duration.ofSeconds(5));

  StreamFolders(StatementFolders statements) {
    this.statements = statements;
  }

  /** Those of the program that this process belongs to. */
  static StreamFolders installed() {
    return new StreamFolders(StatementFolders.installed());
  }

  /** Those with statements, in alphabetical order. */
  List<String> names() {
    return statements.names();
  }

  /**
   * What is to be shown of a folder's results; empty when it does not say. Throws
   * IllegalArgumentException, with the words for people, when that cannot be used.
   */
  Optional<ResultPage> page(String name) {
    Path file = statements.root().resolve(name).resolve(PAGE);
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      ResultPage page = YAML.readValue(file.toFile());
      if (page == null) {
        throw new IllegalArgumentException("it is empty");
      }
      return Optional.of(page);
    } catch (JsonProcessingException e) {
      throw unusable(
          name, e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage());
    } catch (IllegalArgumentException e) {
      throw unusable(name, e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder whose statements make a query; null when none does. */
  String of(String query) {
    Map<String, String> known = streams.get("", this::read);
    String name = query.toLowerCase(Locale.ROOT);
    return known.getOrDefault(name, known.get(INSERT.matcher(name).replaceFirst("")));
  }

  private static IllegalArgumentException unusable(String name, String why) {
    return new IllegalArgumentException(
        "resources/streams/%s/%s cannot be used: %s"
            .formatted(name, PAGE, String.valueOf(why).replaceAll("\\s+", " ")));
  }

  /** By the names that statements give. */
  private Map<String, String> read() {
    Map<String, String> found = new TreeMap<>();
    for (String stream : names()) {
      for (Path file : statements.files(stream)) {
        Matcher named = NAMED.matcher(text(file));
        while (named.find()) {
          found.putIfAbsent(named.group(1).toLowerCase(Locale.ROOT), stream);
        }
      }
    }
    return found;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      // Not text, or gone meanwhile: whoever runs it is told.
      return "";
    }
  }
}
