package flights.trainer.pipeline;

/**
 * How rows are held back for the evaluation.
 *
 * @param time the column by whose order the last part is held back; null for a random part only
 * @param test the part that is held back
 */
public record SplitSpec(String time, double test) {

  static final double DEFAULT_TEST = 0.2;

  public SplitSpec {
    test = test == 0 ? DEFAULT_TEST : test;
  }
}
