package flights.core.tracker;

import flights.core.card.ModelCard;
import flights.core.process.Daemon;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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

  /** Returns what has failed first; null when all is well. What fails for one is its own. */
  private String updateAll() {
    List<String> failures = new ArrayList<>();
    try {
      for (String name : registry.names()) {
        attempt(name, () -> update(name, failures), failures);
      }
    } finally {
      state.giveTurnBack();
    }
    return failures.isEmpty() ? null : failures.get(0);
  }

  private static void attempt(String what, Runnable work, List<String> failures) {
    try {
      work.run();
    } catch (TrackerException | IllegalArgumentException e) {
      if (e instanceof TrackerException fault && fault.isAway()) {
        throw e;
      }
      failures.add(what + ": " + e.getMessage());
    }
  }

  private void tell(String failure) {
    if (timer.isShutdown()) {
      // What was broken off by that is no failure.
      return;
    }
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

  private void update(String name, List<String> failures) {
    TrackedModel there = TrackedModel.read(mlflow, name);
    List<ModelVersion> missing = missing(name, Set.copyOf(there.ids().values()));
    for (ModelVersion version : missing) {
      attempt(name + " " + version.version(), () -> send(version), failures);
    }
    champions.sync(name, missing.isEmpty() ? there : TrackedModel.read(mlflow, name));
  }

  /** The oldest first, so that MLflow's numbers follow the order of the trainings. */
  private List<ModelVersion> missing(String name, Set<String> there) {
    List<ModelVersion> versions = new ArrayList<>(registry.versions(name));
    Collections.reverse(versions);
    versions.removeIf(version -> there.contains(version.version()));
    return versions;
  }

  private void send(ModelVersion version) {
    if (!state.takeTurn()) {
      throw TrackerException.refused("another process sends them");
    }
    registry
        .card(version.name(), version.version())
        .map(ModelCard::of)
        .ifPresent(card -> new TrainingLog(mlflow).log(version, card));
  }
}
