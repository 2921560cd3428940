package flights.trainer.answer;

import flights.trainer.pipeline.PipelineException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.StringIndexerModel;

/** The fields of a request whose values a fitted pipeline has never seen. */
final class UnseenValues {

  private UnseenValues() {}

  /**
   * The names of those fields as an array: a value that was not there has the number after the last
   * of those that were.
   */
  static String sql(List<String> fields, PipelineModel model) {
    return fields.stream()
        .map(field -> "if(" + isUnseen(field, model) + ", '" + field + "', null)")
        .collect(Collectors.joining(", ", "array_compact(array(", "))"));
  }

  private static String isUnseen(String field, PipelineModel model) {
    return Arrays.stream(model.stages())
        .filter(StringIndexerModel.class::isInstance)
        .map(StringIndexerModel.class::cast)
        .filter(indexer -> inputs(indexer).contains(field))
        .findFirst()
        .map(indexer -> isLast(indexer, inputs(indexer).indexOf(field)))
        .orElseThrow(
            () -> new PipelineException("output: no fitted StringIndexer has seen " + field));
  }

  private static String isLast(StringIndexerModel indexer, int at) {
    String column =
        indexer.isSet(indexer.outputCol()) ? indexer.getOutputCol() : indexer.getOutputCols()[at];
    return "`" + column + "` = " + (double) indexer.labelsArray()[at].length + "D";
  }

  private static List<String> inputs(StringIndexerModel indexer) {
    return indexer.isSet(indexer.inputCol())
        ? List.of(indexer.getInputCol())
        : Arrays.asList(indexer.getInputCols());
  }
}
