package flights.model.domain;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.SparkSession;

/**
 * What a subject, such as flights, adds to the engine, which knows no subject. The engine finds it
 * by {@link java.util.ServiceLoader}: a jar with an entry in {@code
 * META-INF/services/flights.model.domain.Domain} on the class path is enough. A model that needs
 * nothing but SQL and the stages of Spark needs no domain.
 */
public interface Domain {

  /** Makes its SQL functions known, for {@code prepare.sql} and {@code output}. */
  default void registerFunctions(SparkSession spark) {}

  /** What {@code input} of a pipeline may name beside the formats of Spark. */
  default Map<String, InputFormat> inputFormats() {
    return Map.of();
  }

  /** Stages that a pipeline may use by their simple names. */
  default List<Class<? extends PipelineStage>> stages() {
    return List.of();
  }

  /** What {@code baselines} of a pipeline may name, from weak to strong. */
  default Map<String, Baseline.Maker> baselines() {
    return Map.of();
  }
}
