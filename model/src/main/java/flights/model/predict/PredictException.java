package flights.model.predict;

import org.apache.spark.sql.catalyst.trees.Origin;
import scala.Option;

/** A call of predict cannot be done; the message says why, and the way out. */
public final class PredictException extends RuntimeException {

  private final int line;
  private final int position;

  PredictException(String message) {
    this(message, null, -1, -1);
  }

  PredictException(String message, Throwable cause) {
    this(message, cause, -1, -1);
  }

  private PredictException(String message, Throwable cause, int line, int position) {
    super(message, cause);
    this.line = line;
    this.position = position;
  }

  /** The same, with where the call stands. */
  PredictException at(Origin origin) {
    return new PredictException(
        getMessage(), this, number(origin.line()), number(origin.startPosition()));
  }

  /** In the query, from 1; -1 when it is not known. */
  public int line() {
    return line;
  }

  /** In the line, from 0; -1 when it is not known. */
  public int position() {
    return position;
  }

  private static int number(Option<Object> option) {
    return option.isDefined() ? (Integer) option.get() : -1;
  }
}
