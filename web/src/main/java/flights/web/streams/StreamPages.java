package flights.web.streams;

import com.mongodb.MongoException;
import flights.core.contract.FieldError;
import flights.web.errors.Problem;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages of streams, their live parts, and the same as JSON. */
final class StreamPages {

  /** So many are shown on a page, and the others told. */
  private static final int MOST_SHOWN = 200;

  private static final ResultWords WORDS = new ResultWords();
  private static final SeriesDrawing DRAWING = new SeriesDrawing();

  private final StreamFolders folders;
  private final ToldQueries queries;
  private final ResultIndexes indexes;
  private final StreamResults results;
  private final SeriesReader series;

  StreamPages(
      StreamFolders folders,
      ToldQueries queries,
      ResultIndexes indexes,
      StreamResults results,
      SeriesReader series) {
    this.folders = folders;
    this.queries = queries;
    this.indexes = indexes;
    this.results = results;
    this.series = series;
  }

  void list(Context ctx) {
    ctx.render("streams.html", all());
  }

  void listPart(Context ctx) {
    ctx.render("part-streams.html", all());
  }

  void listJson(Context ctx) {
    ToldQueries.Found found = reading(queries::all);
    Map<String, Object> answer = answer();
    answer.put("queries", found.queries());
    answer.put("more", found.more());
    answer.put("streams", folders.names());
    ctx.json(answer);
  }

  void show(Context ctx) {
    ctx.render("stream.html", one(ctx));
  }

  void showPart(Context ctx) {
    ctx.render("part-stream.html", one(ctx));
  }

  void showJson(Context ctx) {
    Map<String, Object> answer = answer();
    Map<String, Object> one = one(ctx);
    answer.put("title", one.get("heading"));
    for (String key : List.of("name", "queries", "problem", "series", "results")) {
      if (one.get(key) != null) {
        answer.put(key, one.get(key));
      }
    }
    ctx.json(answer);
  }

  /** Equal as long as the series of a stream have not changed. */
  Object state(String name) {
    try {
      return folders
          .page(name)
          .filter(it -> it.series() != null)
          .<Object>map(it -> series.of(it.series()))
          .orElse(name);
    } catch (IllegalArgumentException | MongoException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Map<String, Object> answer() {
    return new LinkedHashMap<>(Map.of("status", "OK"));
  }

  private Map<String, Object> all() {
    ToldQueries.Found found = reading(queries::all);
    List<ToldQuery> shown =
        found.queries().subList(0, Math.min(found.queries().size(), MOST_SHOWN));
    Map<String, Object> page = new HashMap<>();
    page.put("queries", shown);
    page.put("known", found.queries().size());
    page.put("more", found.more());
    page.put("streams", folders.names());
    return page;
  }

  private Map<String, Object> one(Context ctx) {
    String name = requireKnown(ctx.pathParam("name"));
    Map<String, Object> one = new HashMap<>();
    one.put("name", name);
    one.put("heading", name);
    one.put("words", WORDS);
    one.put("queries", reading(() -> queries.of(name)));
    try {
      Optional<ResultPage> page = folders.page(name);
      page.ifPresent(it -> add(one, it, verdict(ctx, it)));
    } catch (IllegalArgumentException e) {
      one.put("problem", e.getMessage());
    }
    return one;
  }

  /** Throws {@link Problem} for a name that no folder has. */
  String requireKnown(String name) {
    if (!folders.names().contains(name)) {
      throw Problem.notFound("There is no such folder in resources/streams.");
    }
    return name;
  }

  private void add(Map<String, Object> one, ResultPage page, String verdict) {
    one.put("heading", page.title());
    one.put("page", page);
    one.put("asked", verdict);
    if (page.series() != null) {
      one.put("drawing", DRAWING);
      one.put("series", reading(() -> series.of(page.series())));
    }
    if (page.collection() == null) {
      return;
    }
    ResultIndexes.State state = indexes.of(page);
    one.put("state", state.name());
    if (state == ResultIndexes.State.READY) {
      one.put("results", reading(() -> results.of(page, verdict)));
    }
  }

  /** Null for all of them. */
  private static String verdict(Context ctx, ResultPage page) {
    String asked = ctx.queryParam("verdict");
    if (asked == null || asked.isEmpty()) {
      return null;
    }
    if (page.verdict() == null || !page.verdict().values().contains(asked)) {
      throw Problem.badFields(
          List.of(
              new FieldError(
                  "verdict",
                  page.verdict() == null
                      ? "does not exist for this stream"
                      : "must be one of " + String.join(", ", page.verdict().values()))));
    }
    return asked;
  }

  private static <T> T reading(Supplier<T> reader) {
    try {
      return reader.get();
    } catch (MongoException e) {
      throw Problem.unavailable("The store does not answer; please try again.");
    }
  }
}
