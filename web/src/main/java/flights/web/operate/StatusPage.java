package flights.web.operate;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import flights.core.check.Check;
import flights.core.heartbeat.Heartbeat;
import flights.core.heartbeat.Heartbeats;
import flights.core.registry.Champion;
import flights.core.registry.ModelRegistry;
import flights.core.store.Collections;
import flights.core.store.Documents;
import flights.core.store.Store;
import flights.web.health.Health;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;

/** How everything is at this moment; the page fetches its live part again and again. */
final class StatusPage {

  private static final Duration LATELY = Duration.ofDays(1);

  /**
   * A model that is or was served.
   *
   * @param fresh whether its predictor lives
   */
  public record Served(Heartbeat heartbeat, boolean fresh) {

    public String model() {
      return heartbeat.service().substring(Heartbeat.predictor("").length());
    }
  }

  private final String model;
  private final Supplier<Store> store;
  private final Health health;
  private final AnswerRate rate;
  private final Rejected rejected;
  private final Clock clock;

  StatusPage(
      String model,
      Supplier<Store> store,
      Health health,
      AnswerRate rate,
      Rejected rejected,
      Clock clock) {
    this.model = model;
    this.store = store;
    this.health = health;
    this.rate = rate;
    this.rejected = rejected;
    this.clock = clock;
  }

  void show(Context ctx) {
    ctx.render("status.html", now());
  }

  void part(Context ctx) {
    ctx.render("part-status.html", now());
  }

  private Map<String, Object> now() {
    List<Check> checks = new ArrayList<>(List.of(health.broker(), health.store()));
    Map<String, Object> now = new HashMap<>();
    List<Integer> rates = rate.rates();
    now.put("rates", rates);
    now.put(
        "rate",
        rates.subList(rates.size() - 10, rates.size()).stream().mapToInt(it -> it).sum() / 10.0);
    now.put("p50", rate.millis(0.5));
    now.put("p99", rate.millis(0.99));
    now.put("rejected", rejected.latest());
    if (health.store().up()) {
      checks.add(readStore(now));
    }
    now.put("checks", checks);
    return now;
  }

  /** The predictor's check; what else the store tells of it goes into the map. */
  private Check readStore(Map<String, Object> now) {
    try {
      Optional<Document> sign = sign();
      sign.map(it -> it.get("figures")).ifPresent(it -> now.put("figures", it));
      champion().ifPresent(it -> now.put("champion", it));
      now.put("served", served());
      return predictor(sign.map(it -> Documents.to(Heartbeat.class, it)));
    } catch (MongoException e) {
      return Check.down("predictor", "the store does not tell");
    }
  }

  private Optional<Document> sign() {
    return Optional.ofNullable(
        store
            .get()
            .collection(Collections.SERVICES)
            .find(eq("_id", Heartbeat.predictor(model)))
            .first());
  }

  /** Every model that a predictor has served lately. */
  private List<Served> served() {
    Instant instant = clock.instant();
    return new Heartbeats(store.get())
        .all().stream()
            .filter(it -> it.service().startsWith(Heartbeat.predictor("")))
            .filter(it -> it.at().isAfter(instant.minus(LATELY)))
            .map(it -> new Served(it, it.isFresh(instant)))
            .sorted(Comparator.comparing(Served::model))
            .toList();
  }

  private Optional<Champion> champion() {
    return new ModelRegistry(store.get().database()).champion(model);
  }

  private Check predictor(Optional<Heartbeat> sign) {
    if (sign.isEmpty() || !sign.get().isFresh(clock.instant())) {
      return Check.down(
          "predictor",
          "no predictor of " + model + " gives a sign of life: ./flights predict starts one");
    }
    Heartbeat heartbeat = sign.get();
    return heartbeat.trouble() == null
        ? Check.up("predictor", model + " " + heartbeat.version())
        : Check.down("predictor", heartbeat.trouble());
  }
}
