package flights.predictor.metrics;

import flights.core.heartbeat.Figures.Bucket;
import flights.core.heartbeat.Figures.Latency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is measured of one model, over all the processes that work for it. */
public final class ModelMeters {

  private static final Duration[] BUCKETS =
      IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 60_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);
  private static final Duration RECENT = Duration.ofMinutes(2);

  private final MeterRegistry registry;
  private final Tags model;
  private final Counter requests;
  private final Counter predictions;
  private final Counter rejected;
  private final Timer latency;
  private final Timer recentLatency;
  private final MultiGauge version;
  private final AtomicLong waiting;
  private final AtomicLong restarts;

  ModelMeters(MeterRegistry registry, String name) {
    this.registry = registry;
    this.model = Tags.of("model", name);
    requests = counter("flights.requests", "Requests that came in.");
    predictions = counter("flights.predictions", "Predictions that were stored.");
    rejected = counter("flights.rejected", "Requests that could not be used.");
    latency =
        Timer.builder("flights.latency")
            .description("From a request's timestamp to its prediction in the store.")
            .tags(model)
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    recentLatency =
        Timer.builder("recent")
            .publishPercentiles(0.5, 0.99)
            .percentilePrecision(2)
            .distributionStatisticExpiry(RECENT)
            .register(new SimpleMeterRegistry());
    version =
        MultiGauge.builder("flights.model.info")
            .description("The version that is served, as a label; always 1.")
            .tags(model)
            .register(registry);
    waiting = registry.gauge("flights.waiting.requests", model, new AtomicLong());
    restarts = registry.gauge("flights.restarts", model, new AtomicLong());
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).tags(model).register(registry);
  }

  void add(CountedRequests counted) {
    requests.increment(counted.requests());
    rejected.increment(counted.rejected());
    predictions.increment(counted.latencies().length);
    registry
        .counter("flights.executor.predictions", model.and("executor", counted.executor()))
        .increment(counted.latencies().length);
    for (long millis : counted.latencies()) {
      latency.record(millis, TimeUnit.MILLISECONDS);
      recentLatency.record(millis, TimeUnit.MILLISECONDS);
    }
  }

  public void serves(String which) {
    version.register(List.of(MultiGauge.Row.of(Tags.of("version", which), 1)), true);
  }

  public void waiting(long count) {
    waiting.set(count);
  }

  public void restarts(long count) {
    restarts.set(count);
  }

  public long requests() {
    return (long) requests.count();
  }

  public long predictions() {
    return (long) predictions.count();
  }

  public long rejected() {
    return (long) rejected.count();
  }

  public Latency latency() {
    var percentiles = recentLatency.takeSnapshot().percentileValues();
    List<Bucket> buckets =
        Stream.of(latency.takeSnapshot().histogramCounts())
            .map(bucket -> new Bucket(bucket.bucket(TimeUnit.MILLISECONDS), (long) bucket.count()))
            .toList();
    return new Latency(
        percentiles[0].value(TimeUnit.MILLISECONDS),
        percentiles[1].value(TimeUnit.MILLISECONDS),
        buckets);
  }
}
