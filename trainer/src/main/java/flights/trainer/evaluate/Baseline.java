package flights.trainer.evaluate;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A simple way to say the class, which a model has to beat. */
interface Baseline {

  String LABEL = "label";
  String PREDICTION = "prediction";
  String PROBABILITIES = "probability";
  String DELAY = "DepDelay";

  String name();

  /**
   * Learns from rows, in full before it returns. What it returns adds {@link #PREDICTION} and
   * {@link #PROBABILITIES} to rows.
   */
  UnaryOperator<Dataset<Row>> fit(Dataset<Row> training);
}
