package flights.web.training;

import flights.core.contract.RequestId;
import flights.core.store.Store;
import flights.core.training.TrainingJob;
import flights.core.training.TrainingJobs;
import flights.web.answers.RequestSender;
import flights.web.errors.Problem;
import flights.web.errors.Wants;
import flights.web.guard.Admin;
import flights.web.uploads.Uploads;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Trainings that are asked for on the page or by programs, and how far they are. */
public final class Trainings {

  static final String ANOTHER_WAY =
      " Put it where the trainer can read it, and name its address instead.";

  private static final int SHOWN = 5;
  private static final int LISTED = 50;
  private static final String OF_A_MODEL = "/models/{name}/trainings";
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Pipelines pipelines;
  private final Uploads uploads;
  private final Supplier<Store> store;
  private final Admin admin;
  private final TrainingAsking asking;

  public Trainings(
      Pipelines pipelines,
      Uploads uploads,
      Supplier<Store> store,
      RequestSender sender,
      Admin admin,
      Clock clock) {
    this.pipelines = pipelines;
    this.uploads = uploads;
    this.store = store;
    this.admin = admin;
    this.asking = new TrainingAsking(uploads, store, sender, clock);
  }

  public void routes(RoutesConfig routes) {
    routes.post("/models/train", ctx -> ask(ctx, null));
    routes.post(OF_A_MODEL, ctx -> ask(ctx, ctx.pathParam("name")));
    routes.get(OF_A_MODEL, this::list);
    routes.get(OF_A_MODEL + "/{id}", this::show);
    routes.get("/parts/training", ctx -> ctx.render("part-training.html", latest()));
    routes.get("/parts/training/{id}", this::part);
  }

  /** What the page shows of it. */
  public Map<String, Object> page() {
    Map<String, Object> page = form(pipelines.all());
    page.putAll(latest());
    return page;
  }

  private Map<String, Object> form(List<Pipelines.Pipeline> choice) {
    Map<String, Object> form = new HashMap<>();
    form.put("pipelines", choice);
    form.put("elsewhere", uploads.canWrite() ? null : uploads.address());
    form.put("most", uploads.most());
    return form;
  }

  private Map<String, Object> latest() {
    return Map.of("jobs", jobs().latest(SHOWN));
  }

  /**
   * @param model null when the form names it
   */
  private void ask(Context ctx, String model) {
    admin.require(ctx);
    if (model != null) {
      requireKnown(model);
    }
    asking.ask(ctx, id(ctx), form -> model == null ? chosen(form.field("model")) : model);
  }

  private void requireKnown(String model) {
    if (!pipelines.names().contains(model)) {
      throw Problem.notFound(
          "There is no model of that name to be trained; there are "
              + String.join(", ", pipelines.names())
              + ".");
    }
  }

  private String chosen(String model) {
    List<String> names = pipelines.names();
    if (!names.contains(model)) {
      throw Problem.badRequest("Choose a model: one of " + String.join(", ", names) + ".");
    }
    return model;
  }

  /** The client's own, by which it may ask again and be sure that one training comes of it. */
  private static String id(Context ctx) {
    String header = ctx.header("Idempotency-Key");
    String given = header == null ? ctx.queryParam("id") : header;
    if (given == null || given.isEmpty()) {
      return RequestId.next();
    }
    if (!ID.matcher(given).matches()) {
      throw Problem.badRequest(
          "The id must be a UUID in small letters, such as " + RequestId.next() + ".");
    }
    return given;
  }

  private void list(Context ctx) {
    String model = ctx.pathParam("name");
    List<TrainingJob> found = jobs().latest(model, LISTED);
    if (found.isEmpty()) {
      requireKnown(model);
    }
    if (Wants.page(ctx)) {
      Map<String, Object> page =
          form(pipelines.names().contains(model) ? List.of(pipelines.of(model)) : List.of());
      page.put("model", model);
      page.put("jobs", found);
      page.put("heading", "Trainings of " + model);
      ctx.render("trainings.html", page);
    } else {
      ctx.json(Map.of("status", "OK", "trainings", found.stream().map(TrainingView::of).toList()));
    }
  }

  private void show(Context ctx) {
    TrainingJob job = job(ctx);
    if (!job.request().model().equals(ctx.pathParam("name"))) {
      throw none();
    }
    if (Wants.page(ctx)) {
      Map<String, Object> page = new HashMap<>(alone(job));
      page.put("model", job.request().model());
      page.put("heading", "A training of " + job.request().model());
      ctx.render("trainings.html", page);
    } else {
      ctx.json(TrainingView.of(job));
    }
  }

  private void part(Context ctx) {
    TrainingJob job = job(ctx);
    if (job.over()) {
      ctx.header("X-Finished", "true");
    }
    ctx.render("part-training.html", alone(job));
  }

  private static Map<String, Object> alone(TrainingJob job) {
    return Map.of("jobs", List.of(job), "alone", job);
  }

  private TrainingJob job(Context ctx) {
    return jobs().find(ctx.pathParam("id")).orElseThrow(Trainings::none);
  }

  private static Problem none() {
    return Problem.notFound("There is no such training, or none any more.");
  }

  private TrainingJobs jobs() {
    return new TrainingJobs(store.get());
  }
}
