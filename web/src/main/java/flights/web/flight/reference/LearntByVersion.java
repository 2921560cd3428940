package flights.web.flight.reference;

import com.mongodb.MongoException;
import flights.core.card.ModelCard;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.store.Store;
import flights.flight.LearntFlights;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What the versions of the flight model have learnt from: those that were champion while this
 * process runs. It is read beside the requests, so that no answer waits for the store.
 */
public final class LearntByVersion implements Runnable {

  private final Supplier<Store> store;
  private final Map<String, Optional<LearntFlights>> known = new ConcurrentHashMap<>();
  private volatile String champion = "";

  public LearntByVersion(Supplier<Store> store) {
    this.store = store;
  }

  /** Empty for a version that is not known, or does not tell. */
  public Optional<LearntFlights> of(String version) {
    return version == null ? Optional.empty() : known.getOrDefault(version, Optional.empty());
  }

  /** Of the version that answers. */
  public Optional<LearntFlights> champion() {
    return of(champion);
  }

  /** To be called every few seconds. */
  @Override
  public void run() {
    try {
      ModelRegistry registry = new ModelRegistry(store.get().database());
      registry
          .championVersion(LearntFlights.MODEL)
          .map(ModelVersion::version)
          .ifPresent(it -> read(registry, it));
    } catch (MongoException e) {
      // The store is away, which the health tells; what is known stays.
    }
  }

  private void read(ModelRegistry registry, String version) {
    known.computeIfAbsent(
        version,
        it -> registry.card(LearntFlights.MODEL, it).map(ModelCard::of).flatMap(LearntFlights::of));
    champion = version;
  }
}
