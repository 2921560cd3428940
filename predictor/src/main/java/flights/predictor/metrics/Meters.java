package flights.predictor.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All that is measured of a predictor, by the model that it belongs to. */
public final class Meters {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, ModelMeters> models = new ConcurrentHashMap<>();

  /** Those of one model. */
  public ModelMeters of(String model) {
    return models.computeIfAbsent(model, name -> new ModelMeters(registry, name));
  }

  public void add(CountedRequests counted) {
    of(counted.model()).add(counted);
  }

  /** In Prometheus' text format. */
  public String text() {
    return registry.scrape();
  }
}
