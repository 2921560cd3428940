package flights.core.registry;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import flights.core.contract.ModelConfig;
import flights.core.store.Collections;
import flights.core.store.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.Document;

/**
 * The trained versions of every model, and which one of each is served, its champion. A version is
 * never overwritten. The champion moves in one atomic write, last.
 */
public final class ModelRegistry {

  private static final String CHAMPION = "@champion";
  private static final String CARD = "@card";
  private static final String CONFIG = "@config";

  private final MongoCollection<Document> models;
  private final Clock clock;

  public ModelRegistry(MongoDatabase database) {
    this(database, Clock.systemUTC());
  }

  ModelRegistry(MongoDatabase database, Clock clock) {
    this.models = database.getCollection(Collections.MODELS);
    this.clock = clock;
  }

  /** Throws {@link RegistryException} when that version is there already. */
  public void register(ModelVersion model) {
    insert(
        Documents.of(model)
            .append("_id", model.name() + "/" + model.version())
            .append("kind", "version"),
        () ->
            model.name()
                + " "
                + model.version()
                + " is registered already; versions are never"
                + " overwritten");
  }

  /**
   * Registers a version with what is told about it, its card, and how it is served.
   *
   * @param config null when it is not told
   * @throws RegistryException when that version is there already
   */
  public void register(ModelVersion model, Map<String, Object> card, ModelConfig config) {
    put(model, CARD, "card", new Document(card));
    if (config != null) {
      put(model, CONFIG, "config", Documents.of(config));
    }
    register(model);
  }

  private void put(ModelVersion model, String suffix, String kind, Document content) {
    String id = model.name() + "/" + model.version() + suffix;
    Document document = new Document("_id", id).append("kind", kind).append(kind, content);
    models.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
  }

  /** What is told about a version; empty when it was registered without. */
  public Optional<Map<String, Object>> card(String name, String version) {
    return find(name + "/" + version + CARD).map(found -> found.get("card", Document.class));
  }

  /** How a version is served; empty when it was registered without. */
  public Optional<ModelConfig> config(String name, String version) {
    return find(name + "/" + version + CONFIG)
        .map(found -> Documents.to(ModelConfig.class, found.get("config", Document.class)));
  }

  /** How the champion of a model is served; empty when there is none, or it is not told. */
  public Optional<ModelConfig> championConfig(String name) {
    return champion(name).flatMap(champion -> config(name, champion.version()));
  }

  /** The collections that keep the history of series, of all versions. */
  public SortedSet<String> histories() {
    return StreamSupport.stream(
            models
                .distinct("config.series.history", eq("kind", "config"), String.class)
                .spliterator(),
            false)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of all models that have a version. */
  public SortedSet<String> names() {
    return StreamSupport.stream(
            models.distinct("name", eq("kind", "version"), String.class).spliterator(), false)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public Optional<ModelVersion> version(String name, String version) {
    return find(name + "/" + version).map(found -> Documents.to(ModelVersion.class, found));
  }

  /** Throws {@link RegistryException} when that version is not registered. */
  public ModelVersion require(String name, String version) {
    return version(name, version)
        .orElseThrow(
            () ->
                new RegistryException(
                    "there is no version "
                        + version
                        + " of "
                        + name
                        + ": ./flights models lists them"
                        + ", ./flights train makes a new version"));
  }

  /** The latest first. */
  public List<ModelVersion> versions(String name) {
    return StreamSupport.stream(
            models.find(and(eq("kind", "version"), eq("name", name))).spliterator(), false)
        .map(found -> Documents.to(ModelVersion.class, found))
        .sorted(Comparator.comparing(ModelVersion::createdAt).reversed())
        .toList();
  }

  public Optional<Champion> champion(String name) {
    return find(name + CHAMPION).map(found -> Documents.to(Champion.class, found));
  }

  /** The version that the champion is. */
  public Optional<ModelVersion> championVersion(String name) {
    return champion(name).flatMap(champion -> version(name, champion.version()));
  }

  /** Makes a version the champion; throws {@link RegistryException} when it is not registered. */
  public Champion promote(String name, String version, String reason) {
    require(name, version);
    Instant now = clock.instant();
    Optional<Champion> present = champion(name);
    return present.isEmpty()
        ? create(Champion.first(name, version, reason, now))
        : replace(present.get(), present.get().movedTo(version, reason, now));
  }

  /** Makes the version before the present champion the champion again. */
  public Champion rollback(String name) {
    Champion present =
        champion(name)
            .orElseThrow(() -> new RegistryException(name + " has no champion to roll back"));
    if (present.earlier().isEmpty()) {
      throw new RegistryException(
          name + " has had no champion before " + present.version() + ": nothing to roll back to");
    }
    return promote(name, present.earlier().get(0), "rolled back from " + present.version());
  }

  private Champion create(Champion champion) {
    insert(document(champion), () -> movedMeanwhile(champion.name()));
    return champion;
  }

  private Champion replace(Champion present, Champion next) {
    Document expected = new Document("_id", next.name() + CHAMPION).append("move", present.move());
    if (models.replaceOne(expected, document(next)).getMatchedCount() == 0) {
      throw new RegistryException(movedMeanwhile(next.name()));
    }
    return next;
  }

  private static String movedMeanwhile(String name) {
    return "somebody else has moved the champion of " + name + " meanwhile; look and try again";
  }

  private void insert(Document document, java.util.function.Supplier<String> whenThere) {
    try {
      models.insertOne(document);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        throw new RegistryException(whenThere.get());
      }
      throw e;
    }
  }

  private Optional<Document> find(String id) {
    return Optional.ofNullable(models.find(eq("_id", id)).first());
  }

  private static Document document(Champion champion) {
    return Documents.of(champion)
        .append("_id", champion.name() + CHAMPION)
        .append("kind", "champion");
  }
}
