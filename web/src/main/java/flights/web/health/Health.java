package flights.web.health;

import flights.core.check.Check;
import flights.web.background.Background;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks after what this process depends on, in the background, and reports it without waiting. Says
 * in the log once that something went down, and once that it came back.
 */
public final class Health {

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration SAY = Duration.ofMillis(250);

  private final Component broker;
  private final Component store;

  public Health(Supplier<Check> broker, Supplier<Check> store) {
    this.broker = new Component("broker", broker);
    this.store = new Component("store", store);
  }

  public void start(Background background) {
    background.every(LOOK, broker::look);
    background.every(LOOK, store::look);
    background.every(SAY, broker::say);
    background.every(SAY, store::say);
  }

  public void routes(RoutesConfig routes) {
    routes.get("/health", this::report);
    routes.get("/ready", this::report);
  }

  /** How the broker was a moment ago. */
  public Check broker() {
    return broker.now();
  }

  /** How the store was a moment ago. */
  public Check store() {
    return store.now();
  }

  private void report(Context ctx) {
    HealthReport report = HealthReport.of(List.of(broker(), store()));
    ctx.status(report.up() ? 200 : 503).json(report);
  }
}
