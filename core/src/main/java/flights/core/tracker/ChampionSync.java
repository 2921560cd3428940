package flights.core.tracker;

import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.registry.RegistryException;
import flights.core.tracker.TrackerState.Agreed;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps our champion and MLflow's alias alike. What has moved since both agreed last decides; where
 * both have, ours does, as MLflow does not tell when an alias was moved.
 */
final class ChampionSync {

  private static final Logger LOG = LoggerFactory.getLogger(ChampionSync.class);
  static final String REASON = "promoted in MLflow";

  private final MlflowClient mlflow;
  private final ModelRegistry registry;
  private final TrackerState state;
  private final Map<String, String> refused = new HashMap<>();

  ChampionSync(MlflowClient mlflow, ModelRegistry registry, TrackerState state) {
    this.mlflow = mlflow;
    this.registry = registry;
    this.state = state;
  }

  void sync(String name, TrackedModel there) {
    Optional<Agreed> agreed = state.agreed(name);
    Optional<String> wish = agreed.flatMap(before -> wish(name, there, before));
    if (wish.isPresent()) {
      try {
        registry.promote(name, wish.get(), REASON);
        LOG.info("{} {} is the champion: {}", name, wish.get(), REASON);
      } catch (RegistryException e) {
        // Somebody has moved it this very moment: the next look decides.
        return;
      }
    }
    registry.champion(name).ifPresent(ours -> tell(ours, there));
    Agreed now =
        new Agreed(registry.champion(name).map(Champion::version).orElse(null), there.production());
    if (agreed.filter(now::equals).isEmpty()) {
      state.agree(name, now);
    }
  }

  /** The version that MLflow wants and we should serve; empty when it wants nothing new. */
  private Optional<String> wish(String name, TrackedModel there, Agreed before) {
    String ours = registry.champion(name).map(Champion::version).orElse(null);
    if (!Objects.equals(ours, before.champion())) {
      return Optional.empty();
    }
    boolean staged = there.production() != null && !there.production().equals(before.production());
    String number = staged ? there.production() : there.champion();
    if (number == null) {
      return Optional.empty();
    }
    String id = there.ids().get(number);
    if (id == null || registry.version(name, id).isEmpty()) {
      refuse(name, number);
      return Optional.empty();
    }
    return id.equals(before.champion()) ? Optional.empty() : Optional.of(id);
  }

  private void refuse(String name, String number) {
    if (!number.equals(refused.put(name, number))) {
      LOG.warn(
          "{} version {} of MLflow was not trained here and cannot be served; the champion stays",
          name,
          number);
    }
  }

  /** Sets the alias, with the reason, on the version that is the champion here. */
  private void tell(Champion ours, TrackedModel there) {
    Optional<String> number = there.number(ours.version());
    if (number.isEmpty() || ours.version().equals(there.ids().getOrDefault(there.champion(), ""))) {
      return;
    }
    String name = ours.name();
    tag(name, number.get(), "flights.champion_reason", ours.reason());
    tag(name, number.get(), "flights.champion_since", ours.movedAt().toString());
    mlflow.post(
        "mlflow/registered-models/alias",
        Map.of("name", name, "alias", TrackedModel.ALIAS, "version", number.get()));
  }

  private void tag(String name, String number, String key, String value) {
    mlflow.post(
        "mlflow/model-versions/set-tag",
        Map.of("name", name, "version", number, "key", key, "value", value));
  }
}
