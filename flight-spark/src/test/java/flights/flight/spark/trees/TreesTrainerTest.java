package flights.flight.spark.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TreesTrainerTest {

  private static final int ROWS = 4_000;
  private static final int COLUMNS = 3;
  private static final Boosting BOOSTING = new Boosting(60, 3, 0.3, 5, 64);

  private static final float[] VALUES = new float[ROWS * COLUMNS];
  private static final int[] CLASSES = new int[ROWS];
  private static final float[][] EXPECTED = new float[ROWS][];
  private static Trees trees;

  /** The class depends on the first column, which is missing at times; the third is noise. */
  @BeforeAll
  static void learn() {
    Random random = new Random(1);
    Arrays.fill(EXPECTED, new float[] {0.5f, 0.3f, 0.2f});
    for (int i = 0; i < ROWS; i++) {
      float first = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(30);
      VALUES[i * COLUMNS] = first;
      VALUES[i * COLUMNS + 1] = random.nextFloat();
      VALUES[i * COLUMNS + 2] = random.nextFloat();
      CLASSES[i] = Float.isNaN(first) ? 2 : first < 10 ? 0 : first < 20 ? 1 : 2;
    }
    trees = TreesTrainer.train(VALUES, CLASSES, EXPECTED, BOOSTING, 1);
  }

  @Test
  void learnsWhatIsThereToLearn() {
    assertThat(probabilities(5f)[0]).isGreaterThan(0.95);
    assertThat(probabilities(15f)[1]).isGreaterThan(0.95);
    assertThat(probabilities(25f)[2]).isGreaterThan(0.95);
    assertThat(probabilities(Float.NaN)[2]).isGreaterThan(0.95);
  }

  @Test
  void sharesAndTheirCommonStartMakeUpTheValues() {
    double[] start = start(5f);
    for (float first : new float[] {0, 9, 10, 15, 29, Float.NaN}) {
      assertThat(start(first)).containsExactly(start, within(1e-4));
    }
  }

  @Test
  void noTreesSayThatAllIsAsExpected() {
    Trees none = TreesTrainer.train(VALUES, CLASSES, EXPECTED, new Boosting(0, 3, 0.3, 5, 64), 1);
    assertThat(none.empty()).isTrue();
    assertThat(none.values(row(5f))).containsExactly(0, 0, 0);
  }

  private static double[] start(float first) {
    double[] start = trees.values(row(first));
    double[][] shares = trees.shares(row(first));
    for (int k = 0; k < start.length; k++) {
      start[k] -= Arrays.stream(shares[k]).sum();
    }
    return start;
  }

  private static double[] probabilities(float first) {
    double[] likely = trees.values(row(first));
    for (int k = 0; k < likely.length; k++) {
      likely[k] = EXPECTED[0][k] * Math.exp(likely[k]);
    }
    double sum = Arrays.stream(likely).sum();
    return Arrays.stream(likely).map(value -> value / sum).toArray();
  }

  private static float[] row(float first) {
    return new float[] {first, 0.5f, 0.5f};
  }
}
