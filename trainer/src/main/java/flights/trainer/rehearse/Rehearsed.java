package flights.trainer.rehearse;

import flights.trainer.card.CardSplit;
import flights.trainer.evaluate.Evaluation;
import flights.trainer.evaluate.Evaluator;
import flights.trainer.split.Split;
import org.apache.spark.ml.PipelineModel;

/**
 * A model fitted to the training part of a split, and how it did on the part held back.
 *
 * @param timeColumn by which the rows were split; null for another way
 */
public record Rehearsed(
    Split split, PipelineModel model, Evaluator evaluator, CardSplit told, String timeColumn) {

  public Evaluation evaluation() {
    return told.model().evaluation();
  }
}
