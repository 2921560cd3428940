package flights.core.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A question to a trainer that listens: the message of the topic.
 *
 * @param id the job's; the same id asked twice is one job
 * @param model the name of a pipeline
 * @param data where the rows are, a path or an address; null for what the pipeline names
 * @param options further words of {@code ./flights train}, without their hyphens
 * @param sha256 of what was uploaded, in hexadecimal digits; null when nothing was
 * @param size of what was uploaded, in bytes
 * @param file its name where it came from, for people; null when that is not told
 */
public record TrainingRequest(
    String id,
    String model,
    String data,
    TreeMap<String, String> options,
    Instant askedAt,
    String sha256,
    Long size,
    String file) {

  /** The options that may be asked for from outside. */
  public static final Set<String> OPTIONS = Set.of("sample", "seed", "test-from", "with-previous");

  /** Those of them that have no value behind them on the command line. */
  private static final Set<String> SWITCHES = Set.of("with-previous");

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int LONGEST_NAME = 400;

  public TrainingRequest {
    options = options == null ? new TreeMap<>() : new TreeMap<>(options);
  }

  /** Of rows that were not uploaded. */
  public TrainingRequest(
      String id, String model, String data, TreeMap<String, String> options, Instant askedAt) {
    this(id, model, data, options, askedAt, null, null, null);
  }

  /** Whether its rows were sent to the web server, which has told what they must be like. */
  @JsonIgnore
  public boolean isUpload() {
    return sha256 != null;
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
    if (isUpload() && (data == null || size == null || !SHA256.matcher(sha256).matches())) {
      return "its sha256 is none, or has no data and size beside it";
    }
    if (file != null && (file.length() > LONGEST_NAME || CONTROL.matcher(file).find())) {
      return "the name of its file is too long, or no text";
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
    options.forEach(
        (name, value) -> {
          words.add("--" + name);
          if (!SWITCHES.contains(name)) {
            words.add(value);
          }
        });
    return words;
  }

  private static boolean isMissing(String text) {
    return text == null || text.isBlank() || text.startsWith("-");
  }
}
