package flights.trainer.card;

import flights.core.card.CardStage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamPair;
import scala.jdk.javaapi.CollectionConverters;

/** By which parameters the stages of a pipeline were fitted. */
public final class StageParameters {

  private static final int LONGEST_VALUE = 200;

  private StageParameters() {}

  /** In their order; what a class has by default is told too. */
  public static List<CardStage> of(PipelineModel pipeline) {
    return Stream.of(pipeline.stages()).map(StageParameters::of).toList();
  }

  private static CardStage of(Transformer stage) {
    Map<String, String> parameters = new TreeMap<>();
    for (ParamPair<?> pair : CollectionConverters.asJava(stage.extractParamMap().toSeq())) {
      parameters.put(pair.param().name(), text(pair));
    }
    return new CardStage(stage.getClass().getSimpleName(), parameters);
  }

  private static <T> String text(ParamPair<T> pair) {
    String text = pair.value() instanceof String word ? word : encoded(pair.param(), pair.value());
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
  }

  private static <T> String encoded(Param<T> param, T value) {
    try {
      return param.jsonEncode(value);
    } catch (UnsupportedOperationException | scala.NotImplementedError e) {
      return String.valueOf(value);
    }
  }
}
