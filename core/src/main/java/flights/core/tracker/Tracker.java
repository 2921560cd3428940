package flights.core.tracker;

import flights.core.card.ModelCard;
import flights.core.process.Daemon;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an MLflow know what our registry knows, and follows what is promoted there. What is missing
 * there is seen by comparing both, so there is no list of what is still to be sent, and several may
 * do it at once: they take turns.
 */
public final class Tracker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Tracker.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final MlflowClient mlflow;
  private final ModelRegistry registry;
  private final TrackerState state;
  private final ChampionSync champions;
  private final ScheduledExecutorService timer = Daemon.timer("tracker");
  private boolean well = true;

  private Tracker(MlflowClient mlflow, Store store) {
    this.mlflow = mlflow;
    this.registry = new ModelRegistry(store.database());
    this.state = new TrackerState(store);
    this.champions = new ChampionSync(mlflow, registry, state);
  }

  /** Empty when no tracker is set. */
  public static Optional<Tracker> of(Settings settings, Store store) {
    return settings
        .trackingUri()
        .map(
            uri ->
                TrackerAccess.of(
                    uri,
                    settings.trackingUsername(),
                    settings.trackingPassword(),
                    settings.trackingToken()))
        .map(access -> new Tracker(new MlflowClient(access), store));
  }

  /** Looks every few seconds, until it is closed; returns at once. */
  public void start() {
    timer.scheduleWithFixedDelay(this::update, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks once; one line in the log tells when that fails, and one when it is well again. */
  public synchronized void update() {
    try {
      if (state.takeTurn()) {
        tell(updateAll());
      }
    } catch (RuntimeException e) {
      // The store is away, or MLflow: whoever trains or serves goes on.
      tell(e.getMessage());
    }
  }

  /** Returns what has failed first; null when all is well. What fails for one model is its own. */
  private String updateAll() {
    String failure = null;
    try {
      for (String name : registry.names()) {
        try {
          update(name);
        } catch (TrackerException | IllegalArgumentException e) {
          if (e instanceof TrackerException fault && fault.isAway()) {
            throw e;
          }
          failure = failure == null ? name + ": " + e.getMessage() : failure;
        }
      }
    } finally {
      state.giveTurnBack();
    }
    return failure;
  }

  private void tell(String failure) {
    if (failure != null && well) {
      LOG.warn("trainings are not tracked at the moment, and will be later: {}", failure);
    } else if (failure == null && !well) {
      LOG.info("the MLflow at {} knows all trainings again", mlflow);
    }
    well = failure == null;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void update(String name) {
    TrackedModel there = TrackedModel.read(mlflow, name);
    if (sendMissing(name, there.ids().values())) {
      there = TrackedModel.read(mlflow, name);
    }
    champions.sync(name, there);
  }

  /** The oldest first, so that MLflow's numbers follow the order of the trainings. */
  private boolean sendMissing(String name, java.util.Collection<String> known) {
    Set<String> there = Set.copyOf(known);
    List<ModelVersion> versions = new java.util.ArrayList<>(registry.versions(name));
    java.util.Collections.reverse(versions);
    versions.removeIf(version -> there.contains(version.version()));
    for (ModelVersion version : versions) {
      if (!state.takeTurn()) {
        throw TrackerException.refused("another process sends them");
      }
      Optional<ModelCard> card = registry.card(name, version.version()).map(ModelCard::of);
      card.ifPresent(told -> new TrainingLog(mlflow).log(version, told));
    }
    return !versions.isEmpty();
  }
}
