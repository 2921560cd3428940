package flights.web.streams;

import flights.core.store.Store;
import flights.web.background.Background;
import io.javalin.config.RoutesConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** The addresses of streams. */
public final class StreamRoutes {

  private static final Duration OFTEN = Duration.ofSeconds(2);

  private final ResultIndexes indexes;
  private final StreamPages pages;
  private final ChangeEvents events;

  public StreamRoutes(Supplier<Store> store, Clock clock) {
    StreamFolders folders = StreamFolders.installed();
    indexes = new ResultIndexes(store, folders);
    pages =
        new StreamPages(
            folders,
            new ToldQueries(store, folders, clock),
            indexes,
            new StreamResults(store, clock),
            new SeriesReader(store));
    events = new ChangeEvents(pages::requireKnown, pages::state);
  }

  /** What goes on beside the calls. */
  public void start(Background background) {
    background.every(OFTEN, indexes);
    background.every(OFTEN, events);
  }

  public void routes(RoutesConfig routes) {
    routes.get("/streams", pages::list);
    routes.get("/streams/{name}", pages::show);
    // An answer of events has begun when its handler is called: nothing can be refused any more.
    routes.before("/streams/{name}/events", ctx -> events.admit(ctx.pathParam("name")));
    routes.sse("/streams/{name}/events", events::watch);
    routes.get("/parts/streams", pages::listPart);
    routes.get("/parts/streams/{name}", pages::showPart);
    routes.get("/api/streams", pages::listJson);
    routes.get("/api/streams/{name}", pages::showJson);
  }
}
