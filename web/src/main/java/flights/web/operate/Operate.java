package flights.web.operate;

import flights.core.settings.Settings;
import flights.web.answers.AnswerSource;
import flights.web.answers.RequestSender;
import flights.web.backends.Backends;
import flights.web.guard.Admin;
import flights.web.health.Health;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What those who run the system look at. */
public final class Operate implements AutoCloseable {

  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Requests requests = new Requests(meters);
  private final String requestTopic;
  private final Rejected rejected;
  private final AnswerRate rate;

  /**
   * @param requestTopic of the model that is watched
   * @param source of its answers
   */
  public Operate(String requestTopic, AnswerSource source, Clock clock) {
    this.requestTopic = requestTopic;
    rate = new AnswerRate(source.responseTopic(), meters, clock);
    rejected = new Rejected(source.errorTopic());
  }

  /** Begins to measure this process itself; to be called beside its start, which it would delay. */
  public void start() {
    collections.bindTo(meters);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
  }

  /** What is done for every request. */
  public Requests requests() {
    return requests;
  }

  /** Shows among the metrics how many predictions browsers wait for. */
  public void watch(Supplier<Number> waitedFor) {
    Gauge.builder("flights.predictions.waited.for", waitedFor).register(meters);
  }

  /** Takes note of an answer that passes on Kafka. */
  public void hear(ConsumerRecord<String, byte[]> message) {
    rate.hear(message);
    rejected.hear(message);
  }

  /** The addresses; to be called once. */
  public void routes(
      RoutesConfig routes,
      Settings settings,
      Backends backends,
      Health health,
      RequestSender sender,
      Admin admin) {
    StatusPage status =
        new StatusPage(
            settings.model(), backends::store, health, rate, rejected, Clock.systemUTC());
    routes.get("/metrics", this::metrics);
    routes.get("/status", status::show);
    routes.get("/parts/status", status::part);
    routes.post(
        "/rejected/{partition}/{offset}/resend",
        new Resend(requestTopic, rejected, sender, admin)::handle);
    ApiPage api = new ApiPage();
    routes.get("/openapi.yaml", api::yaml);
    routes.get("/api", api::show);
  }

  @Override
  public void close() {
    collections.close();
    meters.close();
  }

  private void metrics(Context ctx) {
    ctx.contentType(PROMETHEUS_TEXT).result(meters.scrape(PROMETHEUS_TEXT));
  }
}
