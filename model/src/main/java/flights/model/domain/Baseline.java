package flights.model.domain;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A simple way to say what is predicted, which a model has to beat. */
public interface Baseline {

  /** Where rows have the truth, whatever the pipeline calls it. */
  String LABEL = "label";

  String PREDICTION = "prediction";
  String PROBABILITIES = "probability";

  /** Makes one for classes that says the same for the same rows and seed. */
  @FunctionalInterface
  interface Maker {
    Baseline make(int classes, long seed);
  }

  /** For people. */
  String name();

  /**
   * Learns from rows, in full before it returns. What it returns adds {@link #PREDICTION} to rows,
   * and for classes {@link #PROBABILITIES}.
   */
  UnaryOperator<Dataset<Row>> fit(Dataset<Row> training);
}
