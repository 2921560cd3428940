package flights.web.models;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.card.ModelCard;
import flights.core.registry.ModelVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a version does in practice: what it is asked, and how right it was. */
public final class LiveQuality {

  private final String model;
  private final Supplier<List<JsonNode>> asked;
  private final Function<String, Optional<?>> outcomes;

  /**
   * @param model that is asked; of others nothing is known here
   * @param asked lately
   * @param outcomes how right a version was, where that is known
   */
  public LiveQuality(
      String model, Supplier<List<JsonNode>> asked, Function<String, Optional<?>> outcomes) {
    this.model = model;
    this.asked = asked;
    this.outcomes = outcomes;
  }

  /**
   * For the page of a version.
   *
   * @param card null when it has none
   */
  Map<String, Object> of(ModelVersion version, ModelCard card) {
    Map<String, Object> known = new HashMap<>();
    if (version.name().equals(model)) {
      outcomes.apply(version.version()).ifPresent(it -> known.put("outcomes", it));
      if (card != null && card.data() != null && !card.data().shapes().isEmpty()) {
        known.put("drift", Drift.of(card.data().shapes(), asked.get()));
      }
    }
    return known;
  }
}
