package flights.trainer.evaluate;

import java.io.Serializable;

/**
 * What has to be kept of rows to tell all figures about them: of bounded size, and two tallies
 * merge into that of all their rows.
 *
 * @param <R> a row
 * @param <T> itself
 */
interface RowTally<R, T> extends Serializable {

  void add(R row);

  void merge(T other);

  long rows();
}
