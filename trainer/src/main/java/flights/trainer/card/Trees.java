package flights.trainer.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.regression.GBTRegressionModel;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.ml.tree.DecisionTreeModel;
import org.apache.spark.ml.tree.TreeEnsembleModel;

/**
 * A tree, or several.
 *
 * @param importances of the features, together 1
 * @param text as Spark writes the trees, one after the other, as far as there is room
 * @param cut what the text leaves out, in words; null when it is whole
 */
record Trees(Vector importances, String text, String cut) {

  /** In characters: a large forest has many millions, and a document of the store holds 16. */
  static final int MOST_TEXT = 20_000;

  /** Empty for a model of another kind. */
  static Optional<Trees> of(PredictionModel<?, ?> model) {
    if (model instanceof DecisionTreeClassificationModel tree) {
      return Optional.of(of(tree.featureImportances(), "", List.of(tree::toDebugString)));
    }
    if (model instanceof DecisionTreeRegressionModel tree) {
      return Optional.of(of(tree.featureImportances(), "", List.of(tree::toDebugString)));
    }
    if (model instanceof RandomForestClassificationModel forest) {
      return Optional.of(of(forest.featureImportances(), forest, forest.trees()));
    }
    if (model instanceof RandomForestRegressionModel forest) {
      return Optional.of(of(forest.featureImportances(), forest, forest.trees()));
    }
    if (model instanceof GBTClassificationModel boosted) {
      return Optional.of(of(boosted.featureImportances(), boosted, boosted.trees()));
    }
    if (model instanceof GBTRegressionModel boosted) {
      return Optional.of(of(boosted.featureImportances(), boosted, boosted.trees()));
    }
    return Optional.empty();
  }

  private static Trees of(
      Vector importances, TreeEnsembleModel<?> model, DecisionTreeModel[] trees) {
    double[] weights = model.treeWeights();
    List<Supplier<String>> texts = new ArrayList<>();
    for (int i = 0; i < trees.length; i++) {
      DecisionTreeModel tree = trees[i];
      String heading = "Tree %d (weight %s):\n".formatted(i, weights[i]);
      texts.add(() -> heading + tree.toDebugString());
    }
    return of(importances, model + "\n", texts);
  }

  /** Writes no more trees than are shown. */
  static Trees of(Vector importances, String heading, List<Supplier<String>> trees) {
    StringBuilder text = new StringBuilder(heading);
    int begun = 0;
    while (begun < trees.size() && text.length() <= MOST_TEXT) {
      text.append(trees.get(begun).get());
      begun++;
    }
    boolean isWhole = begun == trees.size() && text.length() <= MOST_TEXT;
    text.setLength(Math.min(text.length(), MOST_TEXT));
    return new Trees(importances, text.toString(), isWhole ? null : cut(begun, trees.size()));
  }

  private static String cut(int begun, int all) {
    String which = all == 1 ? "one tree" : "%,d of %,d trees".formatted(begun, all);
    return "Cut after %,d characters, in %s".formatted(MOST_TEXT, which);
  }
}
