package flights.core.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A question to a trainer that listens: the message of the topic.
 *
 * @param id the job's; the same id asked twice is one job
 * @param model the name of a pipeline
 * @param data where the rows are, a path or an address; null for what the pipeline names
 * @param options further words of {@code ./flights train}, without their hyphens
 */
public record TrainingRequest(
    String id, String model, String data, TreeMap<String, String> options, Instant askedAt) {

  /** The options that may be asked for from outside. */
  public static final Set<String> OPTIONS = Set.of("sample", "seed", "test-from");

  public TrainingRequest {
    options = options == null ? new TreeMap<>() : new TreeMap<>(options);
  }

  /** Null when nothing is missing and all is known. */
  @JsonIgnore
  String fault() {
    if (isMissing(id) || isMissing(model) || data != null && data.isBlank()) {
      return "it has no id or no model, or data without an address";
    }
    if (askedAt == null) {
      return "it has no time";
    }
    return options.entrySet().stream()
        .filter(option -> !OPTIONS.contains(option.getKey()) || isMissing(option.getValue()))
        .findFirst()
        .map(option -> "the option " + option.getKey() + " cannot be used")
        .orElse(null);
  }

  /** What {@code ./flights} is to be called with. */
  List<String> command() {
    List<String> words = new ArrayList<>(List.of("train", model, "--job", id));
    if (data != null) {
      words.addAll(List.of("--data", data));
    }
    options.forEach((name, value) -> words.addAll(List.of("--" + name, value)));
    return words;
  }

  private static boolean isMissing(String text) {
    return text == null || text.isBlank() || text.startsWith("-");
  }
}
