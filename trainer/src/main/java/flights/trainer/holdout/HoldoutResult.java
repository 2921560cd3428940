package flights.trainer.holdout;

import flights.core.card.CardSplit;
import flights.core.card.Evaluation;
import flights.trainer.evaluate.Evaluator;
import flights.trainer.split.Split;
import org.apache.spark.ml.PipelineModel;

/**
 * A model fitted to the training part of a split, and how it did on the part held back.
 *
 * @param figures for the card
 * @param timeColumn by which the rows were split; null for another way
 */
public record HoldoutResult(
    Split split, PipelineModel model, Evaluator evaluator, CardSplit figures, String timeColumn) {

  public Evaluation evaluation() {
    return figures.model().evaluation();
  }
}
