package flights.flight.spark.trees;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.IObjective;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns {@link Trees} with XGBoost, and copies them out of it, so that who answers needs no native
 * library.
 */
public final class TreesTrainer {

  private static final Logger LOG = LoggerFactory.getLogger(TreesTrainer.class);

  /** Always the same number, since sums of floats depend on it. */
  private static final int THREADS = 2;

  private TreesTrainer() {}

  /**
   * Learns how much likelier than expected each class is. Where the native library of XGBoost
   * cannot be loaded, nothing is learnt and the log says so.
   *
   * @param rows their columns, one row after the other; a missing value is NaN
   * @param classes of the rows
   * @param expected probabilities of all classes, by row
   */
  public static Trees train(
      float[] rows, int[] classes, float[][] expected, Boosting boosting, long seed) {
    int count = expected[0].length;
    if (boosting.rounds() == 0) {
      return Trees.none(count);
    }
    try {
      return copy(boosted(rows, new FromExpected(expected, classes), boosting, seed), count);
    } catch (LinkageError e) {
      LOG.warn(
          "the native library of XGBoost cannot be loaded, so the model is learnt without boosted"
              + " trees (on Debian, libgomp1 is needed): {}",
          e.toString());
      return Trees.none(count);
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The gradients of the log loss, when trees start from what is expected. XGBoost has base margins
   * for that, and its Java interface takes them for one class only.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record FromExpected(float[][] expected, int[] classes) implements IObjective {

    private static final long serialVersionUID = 1;
    private static final double LEAST_CURVATURE = 1e-16;

    @Override
    public List<float[]> getGradient(float[][] logarithms, DMatrix matrix) {
      int count = expected[0].length;
      float[] slopes = new float[expected.length * count];
      float[] curvatures = new float[slopes.length];
      double[] likely = new double[count];
      for (int i = 0; i < expected.length; i++) {
        double sum = 0;
        for (int j = 0; j < likely.length; j++) {
          likely[j] = expected[i][j] * Math.exp(logarithms[i][j]);
          sum += likely[j];
        }
        for (int j = 0; j < likely.length; j++) {
          double probability = likely[j] / sum;
          int at = i * count + j;
          slopes[at] = (float) (probability - (classes[i] == j ? 1 : 0));
          curvatures[at] = (float) Math.max(LEAST_CURVATURE, 2 * probability * (1 - probability));
        }
      }
      return List.of(slopes, curvatures);
    }
  }

  private static byte[] boosted(float[] rows, FromExpected objective, Boosting boosting, long seed)
      throws XGBoostError {
    int count = objective.classes().length;
    DMatrix matrix = new DMatrix(rows, count, rows.length / count, Float.NaN);
    try {
      Map<String, Object> parameters = parameters(objective.expected()[0].length, boosting, seed);
      Booster booster =
          XGBoost.train(matrix, parameters, boosting.rounds(), Map.of(), objective, null);
      try {
        return booster.toByteArray("json");
      } finally {
        booster.dispose();
      }
    } finally {
      matrix.dispose();
    }
  }

  private static Map<String, Object> parameters(int classes, Boosting boosting, long seed) {
    return Map.ofEntries(
        Map.entry("objective", "multi:softprob"),
        Map.entry("num_class", classes),
        Map.entry("tree_method", "hist"),
        Map.entry("max_depth", boosting.depth()),
        Map.entry("eta", boosting.step()),
        Map.entry("min_child_weight", boosting.leastWeight()),
        Map.entry("colsample_bytree", 0.7),
        Map.entry("max_bin", boosting.bins()),
        Map.entry("nthread", THREADS),
        Map.entry("seed", seed),
        Map.entry("base_score", 0),
        Map.entry("verbosity", 0));
  }

  private static Trees copy(byte[] json, int classes) throws IOException {
    JsonNode model = Json.mapper().readTree(json).at("/learner/gradient_booster/model");
    JsonNode all = model.get("trees");
    int nodes = 0;
    for (JsonNode tree : all) {
      nodes += tree.get("left_children").size();
    }
    Trees trees =
        new Trees(
            classes,
            new int[all.size()],
            new int[all.size()],
            new int[nodes],
            new float[nodes],
            new int[nodes],
            new boolean[nodes],
            new float[nodes]);
    int at = 0;
    for (int i = 0; i < all.size(); i++) {
      trees.roots()[i] = at;
      trees.classOf()[i] = model.get("tree_info").get(i).asInt();
      at = copy(all.get(i), trees, at);
    }
    return trees;
  }

  /** Copies a tree's nodes to the places from {@code at} on, and returns the place after them. */
  private static int copy(JsonNode tree, Trees to, int at) {
    int nodes = tree.get("left_children").size();
    // Children come after their parents.
    for (int node = nodes - 1; node >= 0; node--) {
      int left = tree.get("left_children").get(node).asInt();
      int right = tree.get("right_children").get(node).asInt();
      int place = at + node;
      to.left()[place] = at + left;
      to.columns()[place] = left < 0 ? -1 : tree.get("split_indices").get(node).asInt();
      float bound = (float) tree.get("split_conditions").get(node).asDouble();
      if (left < 0) {
        to.values()[place] = bound;
        continue;
      }
      if (right != left + 1) {
        throw new IllegalStateException("XGBoost writes its trees in another order");
      }
      to.bounds()[place] = bound;
      to.leftWhenMissing()[place] = tree.get("default_left").get(node).asInt() == 1;
      double leftWeight = tree.get("sum_hessian").get(left).asDouble();
      double rightWeight = tree.get("sum_hessian").get(right).asDouble();
      to.values()[place] =
          (float)
              ((leftWeight * to.values()[at + left] + rightWeight * to.values()[at + right])
                  / (leftWeight + rightWeight));
    }
    return at + nodes;
  }
}
