package flights.trainer.gate;

import flights.core.card.JudgedRows;
import flights.trainer.holdout.HoldoutResult;
import flights.trainer.split.RowHash;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows that a version was judged by, which its package keeps for the versions after it.
 *
 * @param figures of the model that had not seen them
 */
public record KeptRows(Dataset<Row> rows, JudgedRows figures) {

  private static final long MOST = 5_000;

  /**
   * All that were held back, or a part of them that depends on nothing but the rows and the seed.
   */
  public static KeptRows of(HoldoutResult result, RowHash hash, long seed) {
    Dataset<Row> test = result.split().test();
    long held = result.evaluation().rows();
    if (held <= MOST) {
      return new KeptRows(test, new JudgedRows(held, result.evaluation().metrics()));
    }
    Dataset<Row> some = test.where(hash.chooses((double) MOST / held, seed + 1));
    var evaluation = result.evaluator().evaluate(result.model().transform(some));
    return new KeptRows(some, new JudgedRows(evaluation.rows(), evaluation.metrics()));
  }
}
