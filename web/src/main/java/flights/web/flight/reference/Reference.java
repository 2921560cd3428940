package flights.web.flight.reference;

import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import flights.core.store.Store;
import flights.flight.DistanceLookup;
import flights.flight.FlightCollections;
import flights.flight.Route;
import flights.flight.reference.ReferenceData;
import flights.web.backends.Backends;
import flights.web.background.Trouble;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * The reference data that this process uses: what is shipped, and once the store has answered the
 * distances kept there, which are read again every few minutes.
 */
public final class Reference implements DistanceLookup {

  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final long READ_SECONDS = 20;

  private final CompletableFuture<ReferenceData> bundled;
  private final Trouble trouble = new Trouble();
  private volatile ReferenceData withDistances;
  private long loadedNanos;

  private Reference(CompletableFuture<ReferenceData> bundled) {
    this.bundled = bundled;
  }

  /** Starts to read the shipped data; the first use waits for them. */
  public static Reference load(Executor executor) {
    return new Reference(CompletableFuture.supplyAsync(ReferenceData::bundled, executor));
  }

  public ReferenceData data() {
    ReferenceData known = withDistances;
    return known == null ? bundled.join() : known;
  }

  @Override
  public Optional<Double> miles(String origin, String dest) {
    return data().miles(origin, dest);
  }

  @Override
  public Optional<Double> minutes(
      LocalDate date, String origin, String dest, int departure, int arrival) {
    return data().minutes(date, origin, dest, departure, arrival);
  }

  /** Reads the distances from the store unless that was done lately or the store is away. */
  public void refresh(BooleanSupplier storeIsUp, Supplier<Store> store) {
    if (isFresh() || !storeIsUp.getAsBoolean()) {
      return;
    }
    try {
      Map<String, Double> milesByRoute = distances(store.get());
      trouble.isOver();
      // None yet: they may be imported while this process runs.
      if (!milesByRoute.isEmpty()) {
        use(milesByRoute);
      }
    } catch (MongoInterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (MongoException e) {
      if (!Backends.saysStoreIsAway(e)) {
        trouble.is("the distances cannot be read from the store: " + e.getMessage());
      }
    }
  }

  private boolean isFresh() {
    return withDistances != null && System.nanoTime() - loadedNanos < FRESH.toNanos();
  }

  private void use(Map<String, Double> milesByRoute) {
    loadedNanos = System.nanoTime();
    withDistances = bundled.join().withDistances(milesByRoute);
  }

  private static Map<String, Double> distances(Store store) {
    Map<String, Double> milesByRoute = new HashMap<>();
    store
        .collection(FlightCollections.DISTANCES)
        .withTimeout(READ_SECONDS, TimeUnit.SECONDS)
        .find()
        .projection(include("Origin", "Dest", "Distance"))
        .forEach(found -> add(milesByRoute, found));
    return milesByRoute;
  }

  private static void add(Map<String, Double> milesByRoute, Document found) {
    if (found.get("Origin") instanceof String origin
        && found.get("Dest") instanceof String dest
        && found.get("Distance") instanceof Number miles) {
      milesByRoute.put(Route.name(origin, dest), miles.doubleValue());
    }
  }
}
