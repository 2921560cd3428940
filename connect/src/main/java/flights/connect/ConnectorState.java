package flights.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a connector and its tasks are.
 *
 * @param words in one line
 */
record ConnectorState(boolean failed, String words) {

  /** Takes what Kafka Connect says of its status. */
  static ConnectorState of(JsonNode status) {
    List<JsonNode> parts = new ArrayList<>(List.of(status.path("connector")));
    status.path("tasks").forEach(parts::add);
    for (JsonNode part : parts) {
      if (part.path("state").asText().equals("FAILED")) {
        return new ConnectorState(
            true, "has failed, and is started again: " + cause(part.path("trace").asText()));
      }
    }
    boolean running = parts.size() > 1 && parts.stream().allMatch(ConnectorState::runs);
    return new ConnectorState(false, running ? "runs" : "is " + lowest(parts));
  }

  private static boolean runs(JsonNode part) {
    return part.path("state").asText().equals("RUNNING");
  }

  private static String lowest(List<JsonNode> parts) {
    return parts.stream()
        .filter(part -> !runs(part))
        .map(part -> part.path("state").asText("starting").toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("without a task yet");
  }

  /** Of a stack trace the message of the last cause. */
  private static String cause(String trace) {
    String[] lines = trace.lines().toArray(String[]::new);
    String last = lines.length == 0 ? "no reason given" : lines[0];
    for (String line : lines) {
      if (line.startsWith("Caused by: ")) {
        last = line.substring("Caused by: ".length());
      }
    }
    return last;
  }
}
