package flights.trainer.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import flights.core.text.ClosestName;
import flights.model.domain.Domains;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.DoubleArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.FloatParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;

/** Makes Spark ML stages of their descriptions. */
final class StageFactory {

  private static final List<String> PACKAGES =
      Stream.concat(
              Stream.of("feature", "classification", "regression", "clustering", "recommendation")
                  .map(name -> "org.apache.spark.ml." + name + "."),
              Stream.of(""))
          .toList();

  private static final String SEED = "seed";
  private static final String LABEL = "labelCol";

  private StageFactory() {}

  /**
   * Throws {@link PipelineException} with the stage's line.
   *
   * @param label of the stages that have one and are given none
   * @param seed of the stages that have one and are given none
   */
  static PipelineStage make(StageSpec spec, String label, long seed) {
    PipelineStage stage = instance(spec);
    if (stage.hasParam(SEED)) {
      stage.set(SEED, seed);
    }
    if (stage.hasParam(LABEL)) {
      stage.set(LABEL, label);
    }
    spec.params().forEach((name, value) -> set(stage, name, value, spec));
    return stage;
  }

  private static PipelineStage instance(StageSpec spec) {
    List<Class<? extends PipelineStage>> own = Domains.found().stages();
    Class<?> type =
        Stream.<Class<?>>concat(
                own.stream().filter(stage -> stage.getSimpleName().equals(spec.type())),
                PACKAGES.stream().flatMap(name -> find(name + spec.type()).stream()))
            .findFirst()
            .orElseThrow(
                () ->
                    fault(
                        spec,
                        "there is no stage "
                            + spec.type()
                            + ClosestName.hint(spec.type(), names(own))));
    try {
      return (PipelineStage) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw fault(spec, spec.type() + " is no stage that can be made by its name");
    }
  }

  private static List<String> names(List<Class<? extends PipelineStage>> own) {
    return Stream.concat(KnownStages.NAMES.stream(), own.stream().map(Class::getSimpleName))
        .toList();
  }

  private static Optional<Class<?>> find(String name) {
    try {
      return Optional.of(Class.forName(name));
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      return Optional.empty();
    }
  }

  private static void set(PipelineStage stage, String name, JsonNode value, StageSpec spec) {
    if (!stage.hasParam(name)) {
      List<String> known = Arrays.stream(stage.params()).map(Param::name).toList();
      throw fault(spec, spec.type() + " has no parameter " + name + ClosestName.hint(name, known));
    }
    try {
      put(stage, stage.getParam(name), value);
    } catch (JsonProcessingException | IllegalArgumentException | ClassCastException e) {
      throw fault(spec, "the parameter " + name + " of " + spec.type() + " cannot be " + value);
    }
  }

  private static <T> void put(PipelineStage stage, Param<T> param, JsonNode value)
      throws JsonProcessingException {
    @SuppressWarnings("unchecked")
    T typed = (T) Json.mapper().treeToValue(value, type(param));
    stage.set(param, typed);
  }

  private static Class<?> type(Param<?> param) {
    Map<Class<?>, Class<?>> types =
        Map.of(
            IntParam.class, Integer.class,
            LongParam.class, Long.class,
            DoubleParam.class, Double.class,
            FloatParam.class, Float.class,
            BooleanParam.class, Boolean.class,
            StringArrayParam.class, String[].class,
            DoubleArrayParam.class, double[].class,
            IntArrayParam.class, int[].class);
    return types.getOrDefault(param.getClass(), String.class);
  }

  private static PipelineException fault(StageSpec spec, String what) {
    return new PipelineException("pipeline.yaml line " + spec.line() + ": " + what);
  }
}
