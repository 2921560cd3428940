package flights.trainer.evaluate;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A simple way to say what is predicted, which a model has to beat. */
interface Baseline {

  /** Where rows have the truth, whatever the pipeline calls it. */
  String LABEL = "label";

  String PREDICTION = "prediction";
  String PROBABILITIES = "probability";
  String DELAY = "DepDelay";

  String name();

  /** Learns from rows, in full before it returns. What it returns adds {@link #columns} to rows. */
  UnaryOperator<Dataset<Row>> fit(Dataset<Row> training);

  /** What it says: a class with the probabilities of all, unless it says a number. */
  default EvaluatedColumns columns() {
    return EvaluatedColumns.of(LABEL, PREDICTION, PROBABILITIES, List.of());
  }
}
