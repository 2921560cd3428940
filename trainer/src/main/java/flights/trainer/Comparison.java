package flights.trainer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.core.card.ModelCard;
import flights.core.json.Json;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.registry.RegistryException;
import flights.model.command.RefusedException;
import java.util.Map;
import java.util.Objects;

/**
 * How a version did against the champion when it was trained, on the same rows, and whether that
 * still counts.
 *
 * @param champion the present one; null when there is none
 * @param passed whether the version is the champion or may become it
 * @param metrics of the version, on the rows that were held back from it
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record Comparison(
    String name,
    String version,
    String champion,
    boolean passed,
    String reason,
    Map<String, Double> metrics) {

  /** Throws {@link RegistryException} when there is no such version. */
  static Comparison of(ModelRegistry registry, String name, String version) {
    ModelVersion found = registry.require(name, version);
    String champion = registry.champion(name).map(Champion::version).orElse(null);
    if (version.equals(champion)) {
      return new Comparison(
          name, version, champion, true, "it is the champion already", found.metrics());
    }
    ModelCard card = registry.card(name, version).map(ModelCard::of).orElse(null);
    if (card == null || card.better() == null) {
      return refused(found, champion, "its card does not tell how it did against a champion");
    }
    if (!Objects.equals(card.comparedWith(), champion)) {
      return refused(found, champion, "the champion has moved since it was trained; train again");
    }
    return new Comparison(name, version, champion, card.better(), card.verdict(), found.metrics());
  }

  private static Comparison refused(ModelVersion found, String champion, String reason) {
    return new Comparison(found.name(), found.version(), champion, false, reason, found.metrics());
  }

  String json() {
    return Json.write(this);
  }

  String text() {
    return "%s %s %s: %s".formatted(name, version, passed ? "passes" : "does not pass", reason);
  }

  /** Throws {@link RefusedException} when the version should not become the champion. */
  void requirePass() {
    if (!passed) {
      throw new RefusedException(name + " " + version + " stays out: " + reason);
    }
  }
}
