package flights.web.training;

import flights.core.json.Json;
import flights.core.kafka.Topics;
import flights.core.store.Store;
import flights.core.training.TrainingJobs;
import flights.core.training.TrainingRequest;
import flights.web.answers.RequestSender;
import flights.web.errors.Problem;
import flights.web.guard.Admin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Trainings that are asked for on the page, and how far they are. */
public final class Trainings {

  private static final int SHOWN = 5;
  private static final int LONGEST_ADDRESS = 1_000;
  private static final Set<String> SAMPLES = Set.of("1", "0.5", "0.1");

  private final Pipelines pipelines;
  private final UploadFolder uploads;
  private final Supplier<Store> store;
  private final RequestSender sender;
  private final Admin admin;
  private final Clock clock;

  public Trainings(
      Pipelines pipelines,
      String modelStore,
      Supplier<Store> store,
      RequestSender sender,
      Admin admin,
      Clock clock) {
    this.pipelines = pipelines;
    this.uploads = new UploadFolder(modelStore);
    this.store = store;
    this.sender = sender;
    this.admin = admin;
    this.clock = clock;
  }

  public void routes(RoutesConfig routes) {
    routes.post("/models/train", this::ask);
    routes.get("/parts/training", ctx -> ctx.render("part-training.html", jobs()));
  }

  /** What the page shows of it. */
  public Map<String, Object> page() {
    Map<String, Object> page = new HashMap<>(jobs());
    page.put("pipelines", pipelines.all());
    page.put("elsewhere", uploads.elsewhere());
    return page;
  }

  private Map<String, Object> jobs() {
    return Map.of("jobs", new TrainingJobs(store.get()).latest(SHOWN));
  }

  private void ask(Context ctx) {
    admin.require(ctx);
    uploads.open(ctx);
    String id = UUID.randomUUID().toString();
    String model = model(ctx);
    TreeMap<String, String> options = options(ctx);
    String address = address(ctx);
    String data = uploads.keep(ctx, id).orElse(address);
    TrainingRequest request = new TrainingRequest(id, model, data, options, clock.instant());
    ctx.future(() -> send(ctx, request));
  }

  private CompletableFuture<Void> send(Context ctx, TrainingRequest request) {
    return sender
        .send(Topics.TRAINING_REQUESTS, request.id(), Json.bytes(request))
        .thenAccept(
            sent -> {
              // The listener does the same; whoever is first.
              new TrainingJobs(store.get()).add(request);
              ctx.redirect("/models#training", HttpStatus.SEE_OTHER);
            });
  }

  private String model(Context ctx) {
    String model = ctx.formParam("model");
    List<String> names = pipelines.names();
    if (!names.contains(model)) {
      throw Problem.badRequest("Choose a model: one of " + String.join(", ", names) + ".");
    }
    return model;
  }

  private static TreeMap<String, String> options(Context ctx) {
    String sample = ctx.formParam("sample");
    if (sample == null || sample.equals("1")) {
      return new TreeMap<>();
    }
    if (!SAMPLES.contains(sample)) {
      throw Problem.badRequest("The share of the rows must be 1, 0.5 or 0.1.");
    }
    return new TreeMap<>(Map.of("sample", sample));
  }

  /** Null for the data that the pipeline names. */
  private static String address(Context ctx) {
    String address = ctx.formParam("data");
    if (address == null || address.isBlank()) {
      return null;
    }
    if (address.length() > LONGEST_ADDRESS || address.matches("(?s).*\\p{Cntrl}.*")) {
      throw Problem.badRequest("The address of the data is no path and no address.");
    }
    return address.strip();
  }
}
