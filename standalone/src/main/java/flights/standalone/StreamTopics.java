package flights.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which topics of a Kafka cluster are those of streams: what statements and connectors in the
 * folders of streams name, and what Kafka Connect keeps of its own. A cluster may be shared with
 * others, so all other topics are left alone.
 */
final class StreamTopics {

  /** The worker's own (its connectors, how far they are, how they are). */
  private static final List<String> OF_CONNECT =
      List.of("flights-connect-configs", "flights-connect-offsets", "flights-connect-status");

  private static final Pattern COMMENT = Pattern.compile("--.*");
  private static final Pattern CREATED =
      Pattern.compile("(?is)\\s*CREATE\\s+(?:STREAM|TABLE)\\s+`?([\\w.-]+)`?.*");
  private static final Pattern TOPIC = Pattern.compile("(?i)\\btopic\\s*=\\s*'([^']+)'");
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?i)\\b(?:collection|path|console)\\s*=\\s*'");

  private final Set<String> names = new HashSet<>(OF_CONNECT);

  /** Reads all folders in a folder; what is no connector is passed over. */
  StreamTopics(Path streams) throws IOException {
    for (Path file : files(streams)) {
      String text = Files.readString(file);
      if (file.toString().endsWith(".sql")) {
        addStatements(text);
      } else {
        addConnector(new ObjectMapper().readTree(text).path("config"));
      }
    }
    names.remove("");
  }

  private static List<Path> files(Path streams) throws IOException {
    if (!Files.isDirectory(streams)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(streams, 2)) {
      return found.filter(file -> file.toString().matches(".*\\.(sql|json)")).toList();
    }
  }

  private void addStatements(String text) {
    for (String statement : COMMENT.matcher(text).replaceAll("").split(";")) {
      Matcher created = CREATED.matcher(statement);
      if (created.matches()) {
        Matcher topic = TOPIC.matcher(statement);
        if (topic.find()) {
          names.add(topic.group(1));
        } else if (!ELSEWHERE.matcher(statement).find()) {
          names.add(created.group(1));
        }
      }
    }
  }

  private void addConnector(JsonNode config) {
    names.addAll(List.of(config.path("topics").asText().split("\\s*,\\s*")));
    names.add(config.path("errors.deadletterqueue.topic.name").asText());
    names.add(config.path("schema.history.internal.kafka.topic").asText());
    String prefix = config.path("topic.prefix").asText();
    if (!prefix.isEmpty()) {
      names.add(prefix);
      for (String table : config.path("table.include.list").asText().split("\\s*,\\s*")) {
        names.add(prefix + "." + table);
      }
    }
  }

  /** Those of a cluster's topics. */
  Set<String> among(Collection<String> topics) {
    Set<String> ours = new TreeSet<>(topics);
    ours.retainAll(names);
    return ours;
  }
}
