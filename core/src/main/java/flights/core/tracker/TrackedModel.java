package flights.core.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What MLflow knows of a model.
 *
 * @param ids of our versions, by MLflow's numbers; it is logged as a whole when it is here
 * @param champion the number that the alias names; null for none
 * @param production the number that was brought to the stage last; null for none
 */
record TrackedModel(Map<String, String> ids, String champion, String production) {

  static final String ALIAS = "champion";
  static final String VERSION_TAG = "flights.version";

  private static final String STAGE = "Production";
  private static final String PAGE = "200";

  /** Makes the model there if need be. */
  static TrackedModel read(MlflowClient mlflow, String name) {
    JsonNode model = mlflow.get("mlflow/registered-models/get", Map.of("name", name));
    if (model.isMissingNode()) {
      mlflow.post("mlflow/registered-models/create", Map.of("name", name));
      return new TrackedModel(Map.of(), null, null);
    }
    String champion = null;
    for (JsonNode alias : model.path("registered_model").path("aliases")) {
      if (alias.path("alias").asText().equals(ALIAS)) {
        champion = alias.path("version").asText();
      }
    }
    return withVersions(mlflow, name, champion);
  }

  private static TrackedModel withVersions(MlflowClient mlflow, String name, String champion) {
    Map<String, String> ids = new HashMap<>();
    String production = null;
    long latest = Long.MIN_VALUE;
    String page = "";
    do {
      JsonNode answer =
          mlflow.get(
              "mlflow/model-versions/search",
              Map.of("filter", "name='" + name + "'", "max_results", PAGE, "page_token", page));
      for (JsonNode version : answer.path("model_versions")) {
        String number = version.path("version").asText();
        tag(version).ifPresent(id -> ids.put(number, id));
        long moved = version.path("last_updated_timestamp").asLong();
        if (version.path("current_stage").asText().equals(STAGE) && moved > latest) {
          production = number;
          latest = moved;
        }
      }
      page = answer.path("next_page_token").asText("");
    } while (!page.isEmpty());
    return new TrackedModel(ids, champion, production);
  }

  private static Optional<String> tag(JsonNode version) {
    for (JsonNode tag : version.path("tags")) {
      if (tag.path("key").asText().equals(VERSION_TAG)) {
        return Optional.of(tag.path("value").asText());
      }
    }
    return Optional.empty();
  }

  /** The number of one of our versions. */
  Optional<String> number(String id) {
    return ids.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .max(java.util.Comparator.comparingLong(Long::parseLong));
  }
}
