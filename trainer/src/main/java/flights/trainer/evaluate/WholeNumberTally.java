package flights.trainer.evaluate;

import flights.core.card.ErrorBin;
import flights.core.card.QuantileScore;
import java.util.List;
import java.util.Map;

/** The tally of rows with a number, and of their errors by the predicted number. */
final class WholeNumberTally implements RowTally<NumberRow, WholeNumberTally> {

  private static final long serialVersionUID = 1;

  private final NumberTally number;
  private final ErrorBins errors;

  /**
   * An empty one.
   *
   * @param errors null when they are not told
   */
  WholeNumberTally(PredictedColumns predicted, ErrorBins errors) {
    this.number = new NumberTally(predicted);
    this.errors = errors;
  }

  @Override
  public void add(NumberRow row) {
    number.add(row);
    if (errors != null) {
      errors.add(row.center(), row.error());
    }
  }

  @Override
  public void merge(WholeNumberTally other) {
    number.merge(other.number);
    if (errors != null) {
      errors.merge(other.errors);
    }
  }

  @Override
  public long rows() {
    return number.rows();
  }

  Map<String, Double> metrics() {
    return number.metrics();
  }

  ErrorBins bins() {
    return errors;
  }

  List<ErrorBin> errors() {
    return errors.table();
  }

  List<QuantileScore> quantiles() {
    return number.quantiles();
  }
}
