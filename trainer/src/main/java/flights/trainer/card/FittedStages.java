package flights.trainer.card;

import flights.core.card.FeatureWeight;
import flights.core.card.FittedStage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.LinearSVCModel;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.GeneralizedLinearRegressionModel;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the stages of a fitted pipeline have learnt, as far as Spark tells it. */
public final class FittedStages {

  private static final int MOST_FEATURES = 50;

  private FittedStages() {}

  /**
   * Of trees and linear models; of other stages nothing is told.
   *
   * @param rows that the pipeline takes; none are read
   */
  public static List<FittedStage> of(PipelineModel pipeline, Dataset<Row> rows) {
    List<FittedStage> told = new ArrayList<>();
    Dataset<Row> seen = rows.limit(0);
    for (Transformer stage : pipeline.stages()) {
      if (stage instanceof PredictionModel<?, ?> model) {
        FittedStage fitted = fitted(model, new FeatureNames(seen, model.getFeaturesCol()));
        if (fitted != null) {
          told.add(fitted);
        }
      }
      seen = stage.transform(seen);
    }
    return told;
  }

  /** Null when nothing can be told. */
  private static FittedStage fitted(PredictionModel<?, ?> model, FeatureNames names) {
    if (model instanceof LogisticRegressionModel logistic) {
      Matrix all = logistic.coefficientMatrix();
      return linear(
          model,
          names,
          feature ->
              IntStream.range(0, all.numRows()).mapToObj(row -> all.apply(row, feature)).toList(),
          logistic.interceptVector().toArray());
    }
    if (model instanceof LinearRegressionModel linear) {
      return linear(model, names, linear.coefficients(), linear.intercept());
    }
    if (model instanceof GeneralizedLinearRegressionModel linear) {
      return linear(model, names, linear.coefficients(), linear.intercept());
    }
    if (model instanceof LinearSVCModel linear) {
      return linear(model, names, linear.coefficients(), linear.intercept());
    }
    return Trees.of(model).map(trees -> trees(model, names, trees)).orElse(null);
  }

  private static FittedStage linear(
      PredictionModel<?, ?> model, FeatureNames names, Vector coefficients, double intercept) {
    return linear(
        model, names, feature -> List.of(coefficients.apply(feature)), new double[] {intercept});
  }

  private static FittedStage linear(
      PredictionModel<?, ?> model,
      FeatureNames names,
      IntFunction<List<Double>> coefficients,
      double[] intercepts) {
    return new FittedStage(
        stage(model),
        model.numFeatures(),
        List.of(),
        most(IntStream.range(0, model.numFeatures()), names, coefficients),
        Arrays.stream(intercepts).boxed().toList(),
        null,
        null);
  }

  private static FittedStage trees(PredictionModel<?, ?> model, FeatureNames names, Trees trees) {
    Vector importances = trees.importances();
    return new FittedStage(
        stage(model),
        model.numFeatures(),
        most(
            Arrays.stream(importances.toSparse().indices()),
            names,
            feature -> List.of(importances.apply(feature))),
        List.of(),
        List.of(),
        trees.text(),
        trees.cut());
  }

  /** Those whose values are the largest, whatever their sign; the largest first. */
  private static List<FeatureWeight> most(
      IntStream features, FeatureNames names, IntFunction<List<Double>> values) {
    return features
        .mapToObj(feature -> new FeatureWeight(names.of(feature), values.apply(feature)))
        .sorted(Comparator.comparingDouble(FittedStages::size).reversed())
        .limit(MOST_FEATURES)
        .toList();
  }

  private static double size(FeatureWeight weight) {
    return weight.values().stream().mapToDouble(Math::abs).max().orElse(0);
  }

  private static String stage(PredictionModel<?, ?> model) {
    return model.getClass().getSimpleName();
  }
}
