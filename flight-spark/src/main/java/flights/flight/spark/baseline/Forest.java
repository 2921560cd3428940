package flights.flight.spark.baseline;

import static org.apache.spark.sql.functions.col;

import flights.model.domain.Baseline;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.Metadata;

/**
 * A random forest of 20 trees of depth 5, as the reference application trains it, but with the text
 * columns really among its features. Rows have Carrier, Origin, Dest, Route, DayOfWeek, DayOfMonth,
 * DayOfYear, DepDelay and Distance; a missing number counts as 0.
 */
public record Forest(String name, List<String> texts, List<String> numbers, int classes, long seed)
    implements Baseline {

  static final String DELAY = "DepDelay";

  /** What the reference sets; more only where a text column has more values. */
  private static final int BINS = 4657;

  private static final String SUFFIX = "_baseline_index";
  private static final String FEATURES = "_baseline_features";

  public static Forest ofReference(int classes, long seed) {
    return new Forest(
        "reference forest",
        List.of("Carrier", "Origin", "Dest", "Route"),
        List.of("DayOfMonth", "DayOfWeek", "DayOfYear", DELAY, "Distance"),
        classes,
        seed);
  }

  public static Forest onDepartureDelay(int classes, long seed) {
    return new Forest("departure delay, forest", List.of(), List.of(DELAY), classes, seed);
  }

  @Override
  public UnaryOperator<Dataset<Row>> fit(Dataset<Row> training) {
    Dataset<Row> rows =
        whole(training).withColumn(LABEL, col(LABEL).cast("double").as(LABEL, label()));
    PipelineModel features = new Pipeline().setStages(features()).fit(rows);
    PipelineModel forest =
        new Pipeline()
            .setStages(new PipelineStage[] {features, classifier(bins(features))})
            .fit(rows);
    return test -> forest.transform(whole(test)).drop(FEATURES);
  }

  private PipelineStage[] features() {
    String[] indexed = texts.stream().map(text -> text + SUFFIX).toArray(String[]::new);
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(
                Stream.concat(Stream.of(indexed), numbers.stream()).toArray(String[]::new))
            .setOutputCol(FEATURES);
    if (texts.isEmpty()) {
      return new PipelineStage[] {assembler};
    }
    StringIndexer indexer =
        new StringIndexer()
            .setInputCols(texts.toArray(String[]::new))
            .setOutputCols(indexed)
            .setHandleInvalid("keep");
    return new PipelineStage[] {indexer, assembler};
  }

  private RandomForestClassifier classifier(int bins) {
    return new RandomForestClassifier()
        .setLabelCol(LABEL)
        .setFeaturesCol(FEATURES)
        .setPredictionCol(PREDICTION)
        .setProbabilityCol(PROBABILITIES)
        .setNumTrees(20)
        .setMaxDepth(5)
        .setMaxBins(bins)
        .setSeed(seed);
  }

  private static int bins(PipelineModel features) {
    int most = BINS;
    for (Object stage : features.stages()) {
      if (stage instanceof StringIndexerModel indexer) {
        // One more: the index that "keep" gives to values that training has not seen.
        most =
            Math.max(
                most,
                1 + Stream.of(indexer.labelsArray()).mapToInt(l -> l.length).max().getAsInt());
      }
    }
    return most;
  }

  private Dataset<Row> whole(Dataset<Row> rows) {
    return rows.na().fill(0.0, numbers.toArray(String[]::new));
  }

  /** Else Spark takes the highest class among the rows for the last one. */
  private Metadata label() {
    return NominalAttribute.defaultAttr().withName(LABEL).withNumValues(classes).toMetadata();
  }
}
