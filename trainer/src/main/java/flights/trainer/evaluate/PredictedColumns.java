package flights.trainer.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers a model says.
 *
 * @param levels of the quantiles, from low to high
 */
record PredictedColumns(boolean expected, List<Double> levels) implements Serializable {

  PredictedColumns {
    // Spark's serialiser knows this one.
    levels = new ArrayList<>(levels);
  }

  boolean none() {
    return !expected && levels.isEmpty();
  }
}
