package flights.web.flight.batch;

import flights.flight.DelayBucket;
import flights.web.errors.Problem;
import flights.web.pages.Paging;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How far an uploaded file is, and what came of it. */
final class BatchPage {

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}");

  private final Batches batches;
  private final BatchResults results;

  BatchPage(Batches batches, BatchResults results) {
    this.batches = batches;
    this.results = results;
  }

  void show(Context ctx) {
    ctx.render("batch.html", model(ctx));
  }

  /** The live part; says in a header when nothing more will come. */
  void part(Context ctx) {
    Map<String, Object> model = model(ctx);
    if (model.get("finished").equals(true)) {
      ctx.header("X-Finished", "true");
    }
    ctx.render("part-batch.html", model);
  }

  void csv(Context ctx) {
    Batch batch = batch(ctx);
    ctx.contentType("text/csv; charset=utf-8")
        .header("Content-Disposition", "attachment; filename=\"predictions.csv\"")
        .result(ResultCsv.of(ResultFilter.of(ctx).among(results.of(batch))));
  }

  private Map<String, Object> model(Context ctx) {
    Batch batch = batch(ctx);
    List<BatchResult> all = results.of(batch);
    ResultFilter filter = ResultFilter.of(ctx);
    List<BatchResult> chosen = filter.among(all);
    Map<String, Object> model = new HashMap<>();
    model.put("batch", batch);
    model.put("answered", all.size());
    model.put("finished", all.size() == batch.sent());
    model.put("filter", filter);
    model.put("buckets", DelayBucket.values());
    model.put("counts", counts(all));
    model.put("paging", Paging.of(ctx, chosen));
    model.put("query", ctx.queryString() == null ? "" : "?" + ctx.queryString());
    return model;
  }

  private Batch batch(Context ctx) {
    String id = ctx.pathParam("id");
    return (UUID.matcher(id).matches() ? batches.find(id) : java.util.Optional.<Batch>empty())
        .orElseThrow(() -> Problem.notFound("No file was uploaded under this address."));
  }

  private static List<Long> counts(List<BatchResult> all) {
    List<Long> counts = new ArrayList<>();
    for (DelayBucket bucket : DelayBucket.values()) {
      counts.add(
          all.stream().filter(it -> it.prediction() != null && it.bucket() == bucket).count());
    }
    return counts;
  }
}
