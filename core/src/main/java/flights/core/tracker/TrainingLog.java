package flights.core.tracker;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.card.ModelCard;
import flights.core.json.Json;
import flights.core.registry.ModelVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Logs a training: a run with all of its card, and a version of the registered model, last. Done
 * again after it was broken off, it goes on with the same run.
 */
final class TrainingLog {

  private static final int METRICS_AT_ONCE = 1000;
  private static final int PARAMETERS_AT_ONCE = 100;
  private static final String RUN_ID = "run_id";

  private final MlflowClient mlflow;

  TrainingLog(MlflowClient mlflow) {
    this.mlflow = mlflow;
  }

  void log(ModelVersion version, ModelCard card) {
    JsonNode info = run(version, card).path("info");
    String run = info.path(RUN_ID).asText();
    tell(run, version, RunContent.of(card));
    files(info.path("artifact_uri").asText(), version, card);
    long end = version.createdAt().toEpochMilli();
    mlflow.post("mlflow/runs/update", Map.of(RUN_ID, run, "status", "FINISHED", "end_time", end));
    mlflow.post(
        "mlflow/model-versions/create",
        Map.of(
            "name",
            version.name(),
            "source",
            info.path("artifact_uri").asText() + "/package",
            RUN_ID,
            run,
            "description",
            word(card),
            "tags",
            tags(version, card)));
  }

  private JsonNode run(ModelVersion version, ModelCard card) {
    String experiment = experiment(version.name());
    JsonNode found =
        mlflow
            .post(
                "mlflow/runs/search",
                Map.of(
                    "experiment_ids",
                    List.of(experiment),
                    "filter",
                    "tags.`%s` = '%s'".formatted(TrackedModel.VERSION_TAG, version.version()),
                    "max_results",
                    1))
            .path("runs")
            .path(0);
    if (!found.isMissingNode()) {
      return found;
    }
    List<Map<String, String>> tags = new ArrayList<>(tags(version, card));
    tags.add(pair("mlflow.note.content", word(card)));
    return mlflow
        .post(
            "mlflow/runs/create",
            Map.of(
                "experiment_id",
                experiment,
                "run_name",
                version.version(),
                "start_time",
                version.createdAt().toEpochMilli(),
                "tags",
                tags))
        .path("run");
  }

  private String experiment(String name) {
    JsonNode found = mlflow.get("mlflow/experiments/get-by-name", Map.of("experiment_name", name));
    return found.isMissingNode()
        ? mlflow
            .post("mlflow/experiments/create", Map.of("name", name))
            .path("experiment_id")
            .asText()
        : found.path("experiment").path("experiment_id").asText();
  }

  private void tell(String run, ModelVersion version, RunContent content) {
    long at = version.createdAt().toEpochMilli();
    List<Map<String, Object>> metrics = new ArrayList<>();
    content
        .metrics()
        .forEach(
            (key, value) ->
                metrics.add(Map.of("key", key, "value", value, "timestamp", at, "step", 0)));
    List<Map<String, String>> parameters = new ArrayList<>();
    content.parameters().forEach((key, value) -> parameters.add(pair(key, value)));
    inParts(run, "metrics", metrics, METRICS_AT_ONCE);
    inParts(run, "params", parameters, PARAMETERS_AT_ONCE);
  }

  private void inParts(String run, String kind, List<?> all, int most) {
    for (int from = 0; from < all.size(); from += most) {
      List<?> part = all.subList(from, Math.min(all.size(), from + most));
      mlflow.post("mlflow/runs/log-batch", Map.of(RUN_ID, run, kind, part));
    }
  }

  private void files(String root, ModelVersion version, ModelCard card) {
    if (!root.startsWith("mlflow-artifacts:")) {
      // The server keeps artifacts where only clients with its keys can write them.
      return;
    }
    String folder = root.replaceFirst("^mlflow-artifacts:/+", "") + "/";
    mlflow.put(folder + "card.json", bytes(Json.pretty(card)));
    PackageFiles.of(version.address())
        .forEach((name, file) -> mlflow.put(folder + "package/" + name, file));
    RunCharts.of(card)
        .forEach((name, svg) -> mlflow.put(folder + "figures/" + name + ".svg", bytes(svg)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** What the gate said when it was trained. */
  private static String word(ModelCard card) {
    return card.verdict() == null ? "" : card.verdict();
  }

  private static List<Map<String, String>> tags(ModelVersion version, ModelCard card) {
    return List.of(
        pair(TrackedModel.VERSION_TAG, version.version()),
        pair("flights.package", version.address()),
        pair("flights.gate", Boolean.TRUE.equals(card.better()) ? "passed" : "not passed"),
        pair("flights.compared_with", card.comparedWith() == null ? "none" : card.comparedWith()));
  }

  private static Map<String, String> pair(String key, String value) {
    return Map.of("key", key, "value", value);
  }
}
