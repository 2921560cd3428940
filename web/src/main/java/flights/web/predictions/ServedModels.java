package flights.web.predictions;

import com.mongodb.MongoException;
import flights.core.card.ModelCard;
import flights.core.contract.ModelConfig;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.store.Store;
import flights.web.errors.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The models that can be asked, as the registry knows them; looked up once a second at most. */
final class ServedModels {

  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int MOST_KEPT = 1_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private final Supplier<Store> store;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  ServedModels(Supplier<Store> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Throws {@link Problem} when there is no such model, or the store does not tell. */
  ServedModel require(String name) {
    if (!NAME.matcher(name).matches()) {
      throw Problem.notFound("There is no model of that name: /models lists them.");
    }
    Known found = known.get(name);
    if (found == null || System.nanoTime() - found.atNanos() > FRESH_NANOS) {
      if (known.size() > MOST_KEPT) {
        known.clear();
      }
      found = new Known(read(name, found), System.nanoTime());
      known.put(name, found);
    }
    return found.model();
  }

  private ServedModel read(String name, Known before) {
    try {
      ModelRegistry registry = new ModelRegistry(store.get().database());
      Champion champion =
          registry
              .champion(name)
              .orElseThrow(
                  () -> Problem.notFound("No version of " + name + " answers: see /models."));
      ModelConfig config =
          registry
              .config(name, champion.version())
              .orElseThrow(
                  () ->
                      Problem.conflict(
                          name
                              + " "
                              + champion.version()
                              + " was registered without its contract; a version that is trained"
                              + " now has one: ./flights train "
                              + name));
      ModelCard card =
          before != null && before.model().version().equals(champion.version())
              ? before.model().card()
              : registry.card(name, champion.version()).map(ServedModels::read).orElse(null);
      return ServedModel.of(name, champion.version(), config, card, away(name));
    } catch (MongoException e) {
      throw Problem.unavailable(
          "The store does not answer, so it is not known what " + name + " is asked.");
    }
  }

  /** Null when another program has written something else there. */
  private static ModelCard read(Map<String, Object> card) {
    try {
      return ModelCard.of(card);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private String away(String name) {
    return new Heartbeats(store.get())
            .latest(Heartbeat.predictor(name))
            .filter(it -> it.isFresh(clock.instant()) && it.version() != null)
            .isPresent()
        ? null
        : "Nobody answers for " + name + " at the moment: ./flights predict " + name + " does.";
  }

  private record Known(ServedModel model, long atNanos) {}
}
