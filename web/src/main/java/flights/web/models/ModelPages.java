package flights.web.models;

import flights.core.card.CardMetric;
import flights.core.card.ModelCard;
import flights.core.contract.ModelConfig;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.registry.ModelVersion;
import flights.core.registry.RegistryException;
import flights.core.store.Store;
import flights.web.errors.Problem;
import flights.web.guard.Admin;
import flights.web.training.Trainings;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The trained models: what is told about each version, and which one is served. */
public final class ModelPages {

  private static final Logger LOG = LoggerFactory.getLogger(ModelPages.class);
  private static final int MOST_METRICS = 6;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  /**
   * A model and its versions, the latest first.
   *
   * @param champion null when none is served
   * @param forecasts whether the champion's series can be forecast
   */
  public record Model(
      String name, Champion champion, List<ModelVersion> versions, boolean forecasts) {

    /** What is shown of each version. */
    public List<CardMetric> metrics() {
      return CardMetric.headlines(
          versions.stream().map(ModelVersion::metrics).filter(Objects::nonNull).toList(),
          MOST_METRICS);
    }

    public boolean isChampion(ModelVersion version) {
      return champion != null && champion.version().equals(version.version());
    }
  }

  private final Supplier<Store> store;
  private final Admin admin;
  private final Trainings trainings;
  private final LiveQuality quality;

  public ModelPages(Supplier<Store> store, Admin admin, Trainings trainings, LiveQuality quality) {
    this.store = store;
    this.admin = admin;
    this.trainings = trainings;
    this.quality = quality;
  }

  public void routes(RoutesConfig routes) {
    routes.get("/models", this::list);
    routes.get("/models/{name}/{version}", this::show);
    routes.post("/models/{name}/{version}/promote", this::promote);
    routes.post("/models/{name}/rollback", this::rollback);
  }

  private void list(Context ctx) {
    ModelRegistry registry = registry();
    List<Model> models = registry.names().stream().map(name -> model(registry, name)).toList();
    Map<String, Object> page = trainings.page();
    page.put("models", models);
    ctx.render("models.html", page);
  }

  private void show(Context ctx) {
    ModelRegistry registry = registry();
    String name = name(ctx, "name");
    ModelVersion version =
        registry
            .version(name, name(ctx, "version"))
            .orElseThrow(() -> Problem.notFound("This version is not registered."));
    Map<String, Object> model = new HashMap<>();
    model.put("version", version);
    model.put("champion", registry.champion(name).orElse(null));
    ModelCard card = registry.card(name, version.version()).map(ModelPages::read).orElse(null);
    model.put("card", card);
    model.put("forecasts", forecasts(registry, name));
    model.put("splits", card == null ? List.of() : splits(card));
    model.putAll(quality.of(version, card));
    ctx.render("model.html", model);
  }

  private void promote(Context ctx) {
    String version = name(ctx, "version");
    move(ctx, registry -> registry.promote(name(ctx, "name"), version, "promoted on the page"));
  }

  private void rollback(Context ctx) {
    move(ctx, registry -> registry.rollback(name(ctx, "name")));
  }

  private void move(Context ctx, Function<ModelRegistry, Champion> change) {
    admin.require(ctx);
    try {
      Champion champion = change.apply(registry());
      LOG.info("{} {} is the champion: {}", champion.name(), champion.version(), champion.reason());
      ctx.redirect("/models", HttpStatus.SEE_OTHER);
    } catch (RegistryException e) {
      throw Problem.conflict(e.getMessage());
    }
  }

  private ModelRegistry registry() {
    return new ModelRegistry(store.get().database());
  }

  private static Model model(ModelRegistry registry, String name) {
    return new Model(
        name,
        registry.champion(name).orElse(null),
        registry.versions(name),
        forecasts(registry, name));
  }

  private static boolean forecasts(ModelRegistry registry, String name) {
    return registry.championConfig(name).map(ModelConfig::series).isPresent();
  }

  private static List<SplitView> splits(ModelCard card) {
    return card.splits().stream()
        .filter(split -> split.model() != null && split.model().evaluation() != null)
        .map(SplitView::of)
        .toList();
  }

  /** Null when another program has written something else there. */
  private static ModelCard read(Map<String, Object> card) {
    try {
      return ModelCard.of(card);
    } catch (IllegalArgumentException e) {
      LOG.warn("a card cannot be read: {}", e.getMessage());
      return null;
    }
  }

  private static String name(Context ctx, String param) {
    String name = ctx.pathParam(param);
    if (!NAME.matcher(name).matches()) {
      throw Problem.notFound("This version is not registered.");
    }
    return name;
  }
}
