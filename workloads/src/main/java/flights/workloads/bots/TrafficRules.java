package flights.workloads.bots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import flights.workloads.chance.SeededNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who visits.
 *
 * @param kinds by name, in the order of the file
 */
record TrafficRules(double sign_ups_a_minute, Map<String, VisitorKind> kinds) {

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  TrafficRules {
    if (!(sign_ups_a_minute >= 0 && sign_ups_a_minute <= 60_000)) {
      throw new IllegalArgumentException("sign_ups_a_minute must be from 0 to 60000");
    }
    if (kinds == null || kinds.isEmpty()) {
      throw new IllegalArgumentException("kinds must have one at least");
    }
  }

  /** Throws IllegalArgumentException with one line that names the file and the place. */
  static TrafficRules read(Path file) {
    try {
      return YAML.readValue(Files.readAllBytes(file), TrafficRules.class);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      String fault = e.getOriginalMessage().split("[;\\n(]", 2)[0].strip();
      throw new IllegalArgumentException(file + " line " + line + ": " + fault, e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "the rules " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The name of one kind, by their shares. */
  String kind(SeededNumbers chance) {
    Map<String, Double> shares = new LinkedHashMap<>();
    kinds.forEach((name, kind) -> shares.put(name, kind.share()));
    return VisitorKind.one(shares, chance);
  }
}
