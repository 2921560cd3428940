package flights.model.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.SparkSession;

/** All domains on the class path, as one. */
public final class Domains {

  private final List<Domain> domains;

  private Domains(List<Domain> domains) {
    this.domains = domains;
  }

  public static Domains found() {
    return new Domains(
        ServiceLoader.load(Domain.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  public void registerFunctions(SparkSession spark) {
    domains.forEach(domain -> domain.registerFunctions(spark));
  }

  public Map<String, InputFormat> inputFormats() {
    return all(Domain::inputFormats);
  }

  public Map<String, Baseline.Maker> baselines() {
    return all(Domain::baselines);
  }

  public List<Class<? extends PipelineStage>> stages() {
    return domains.stream().flatMap(domain -> domain.stages().stream()).toList();
  }

  private <T> Map<String, T> all(Function<Domain, Map<String, T>> part) {
    Map<String, T> all = new LinkedHashMap<>();
    domains.forEach(domain -> all.putAll(part.apply(domain)));
    return all;
  }
}
