package flights.trainer.evaluate;

import flights.core.card.Evaluation;
import flights.core.card.QuantileField;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Evaluates predicted numbers and quantiles of numbers, in two passes. */
final class NumberEvaluator implements Evaluator {

  private final EvaluatedColumns columns;

  NumberEvaluator(EvaluatedColumns columns) {
    this.columns = columns;
  }

  @Override
  public Evaluation evaluate(Dataset<Row> scored) {
    GroupedTallies<NumberRow, WholeNumberTally> all =
        tallies(scored, ErrorBins.edges(scored, columns.center()));
    WholeNumberTally whole = all.whole();
    return new Evaluation(
        whole.rows(),
        whole.metrics(),
        List.of(),
        List.of(),
        List.of(),
        whole.errors(),
        whole.quantiles(),
        Evaluator.groups(columns.groups(), all.groups(), WholeNumberTally::metrics));
  }

  /** Of all rows, with their errors in bins between these edges. */
  WholeNumberTally tally(Dataset<Row> scored, double[] edges) {
    return tallies(scored, edges).whole();
  }

  private GroupedTallies<NumberRow, WholeNumberTally> tallies(Dataset<Row> scored, double[] edges) {
    Counting counting = new Counting(new EvaluatedRows(columns), columns.predicted(), edges);
    GroupedTallies<NumberRow, WholeNumberTally> all =
        GroupedTallies.of(EvaluatedRows.select(scored, columns), counting, columns.groups());
    EvaluationException.require(
        all.whole().rows(), all.unusable(), () -> names() + " is missing or is no number");
    return all;
  }

  private String names() {
    Stream<String> quantiles = columns.quantiles().stream().map(QuantileField::field);
    Stream<String> others =
        Stream.of(columns.label(), columns.prediction()).filter(name -> name != null);
    return Stream.concat(others, quantiles).collect(Collectors.joining(" or "));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Counting(EvaluatedRows rows, PredictedColumns predicted, double[] edges)
      implements GroupedTallies.Counting<NumberRow, WholeNumberTally> {

    @Override
    public NumberRow read(Row row) {
      return rows.numberRow(row);
    }

    @Override
    public WholeNumberTally whole() {
      return new WholeNumberTally(predicted, new ErrorBins(edges));
    }

    @Override
    public WholeNumberTally group() {
      return new WholeNumberTally(predicted, null);
    }

    @Override
    public int groupsAt() {
      return rows.groupsAt();
    }
  }
}
