package flights.trainer.card;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.regression.GBTRegressionModel;
import org.apache.spark.ml.regression.RandomForestRegressionModel;
import org.apache.spark.ml.tree.DecisionTreeModel;

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
      return Optional.of(of(tree.featureImportances(), tree));
    }
    if (model instanceof DecisionTreeRegressionModel tree) {
      return Optional.of(of(tree.featureImportances(), tree));
    }
    if (model instanceof RandomForestClassificationModel forest) {
      return Optional.of(of(forest.featureImportances(), forest.trees()));
    }
    if (model instanceof RandomForestRegressionModel forest) {
      return Optional.of(of(forest.featureImportances(), forest.trees()));
    }
    if (model instanceof GBTClassificationModel boosted) {
      return Optional.of(of(boosted.featureImportances(), boosted.trees()));
    }
    if (model instanceof GBTRegressionModel boosted) {
      return Optional.of(of(boosted.featureImportances(), boosted.trees()));
    }
    return Optional.empty();
  }

  private static Trees of(Vector importances, DecisionTreeModel... trees) {
    List<Supplier<String>> texts =
        Stream.of(trees).<Supplier<String>>map(tree -> tree::toDebugString).toList();
    return of(importances, texts);
  }

  /** Writes no more trees than are shown. */
  static Trees of(Vector importances, List<Supplier<String>> trees) {
    StringBuilder text = new StringBuilder();
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
