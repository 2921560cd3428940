package flights.trainer.pipeline;

import java.util.Arrays;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Trees refuse a feature that has more categories than they have bins, and how many there are is
 * known only when the stages before have been fitted to the rows.
 */
final class CategoryBins {

  private static final String BINS = "maxBins";

  private CategoryBins() {}

  /**
   * The same stages, ready to be fitted to these rows: each that needs more bins than it has is
   * given as many as it needs, and the stages before it are fitted already.
   */
  static PipelineStage[] enough(PipelineStage[] stages, Dataset<Row> rows) {
    PipelineStage[] ready = stages.clone();
    for (int i = 0; i < ready.length; i++) {
      if (ready[i] instanceof Estimator<?> && ready[i].hasParam(BINS)) {
        PipelineModel before = new Pipeline().setStages(Arrays.copyOf(ready, i)).fit(rows);
        System.arraycopy(before.stages(), 0, ready, 0, i);
        ready[i] = withBins(ready[i], before.transform(rows).schema());
      }
    }
    return ready;
  }

  private static PipelineStage withBins(PipelineStage stage, StructType columns) {
    int needed = mostCategories(columns.apply(value(stage, "featuresCol").toString()));
    if ((int) value(stage, BINS) >= needed) {
      return stage;
    }
    PipelineStage wide = stage.copy(ParamMap.empty());
    wide.set(BINS, needed);
    return wide;
  }

  private static Object value(PipelineStage stage, String param) {
    return stage.getOrDefault(stage.getParam(param));
  }

  /** 0 without a feature that has categories. */
  private static int mostCategories(StructField features) {
    Option<Attribute[]> noted = AttributeGroup.fromStructField(features).attributes();
    return noted.isEmpty()
        ? 0
        : Arrays.stream(noted.get()).mapToInt(CategoryBins::categories).max().orElse(0);
  }

  private static int categories(Attribute feature) {
    return feature instanceof NominalAttribute named && named.getNumValues().isDefined()
        ? (int) named.getNumValues().get()
        : 0;
  }
}
