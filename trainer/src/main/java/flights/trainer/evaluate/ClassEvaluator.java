package flights.trainer.evaluate;

import flights.core.card.Evaluation;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Evaluates classes and their probabilities, and a number beside them, in one pass. */
final class ClassEvaluator implements Evaluator {

  private final EvaluatedColumns columns;
  private final List<String> classNames;

  ClassEvaluator(EvaluatedColumns columns, List<String> classNames) {
    this.columns = columns;
    this.classNames = List.copyOf(classNames);
  }

  /** Rows without a true number beside the class are left out of the figures on numbers only. */
  @Override
  public Evaluation evaluate(Dataset<Row> scored) {
    Counting counting =
        new Counting(
            new EvaluatedRows(columns), columns.predicted(), classNames.size(), columns.event());
    GroupedTallies<ClassRow, ClassTally> all =
        GroupedTallies.of(EvaluatedRows.select(scored, columns), counting, columns.groups());
    long rows = all.whole().rows();
    EvaluationException.require(
        rows,
        all.unusable(),
        () ->
            "%s, %s or %s is missing or is not of %d classes"
                .formatted(
                    columns.label(),
                    columns.prediction(),
                    columns.probabilities(),
                    classNames.size()));
    ClassTally whole = all.whole();
    return new Evaluation(
        rows,
        whole.metrics(),
        whole.bins().table(),
        whole.confusion().table(),
        whole.confusion().scores(classNames),
        List.of(),
        List.of(),
        Evaluator.groups(columns.groups(), all.groups(), ClassTally::metrics));
  }

  private record Counting(
      EvaluatedRows rows, PredictedColumns predicted, int classes, PredictedEvent event)
      implements GroupedTallies.Counting<ClassRow, ClassTally> {

    @Override
    public ClassRow read(Row row) {
      ClassRow read = rows.classRow(row);
      return read != null && read.sound(classes, event != null) ? read : null;
    }

    @Override
    public ClassTally whole() {
      return new ClassTally(classes, predicted, classes == 2, event);
    }

    @Override
    public ClassTally group() {
      return new ClassTally(classes, predicted, false, null);
    }

    @Override
    public int groupsAt() {
      return rows.groupsAt();
    }
  }
}
