package flights.trainer.pipeline;

import java.util.List;

/**
 * How rows are held back for the evaluation.
 *
 * @param time the column by whose order the last part is held back; null for a random part only
 * @param test the share of the rows that is held back
 * @param last how many of the last values of the time column are held back; 0 for the share
 * @param stale for each, one more split in which so many days before the rows that are held back
 *     are left out: as a model is asked that has learnt from rows of that age
 * @param held a column that is true in the rows that are held back, besides those at random; null
 *     for none
 */
public record SplitSpec(String time, double test, int last, List<Integer> stale, String held) {

  static final double DEFAULT_TEST = 0.2;

  public SplitSpec {
    test = test == 0 ? DEFAULT_TEST : test;
    stale = stale == null ? List.of() : List.copyOf(stale);
  }
}
