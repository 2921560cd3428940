package flights.model.predict;

import org.apache.spark.sql.catalyst.trees.Origin;
import scala.Option;

/** A call of predict cannot be done; the message says why, and the way out. */
public final class PredictException extends RuntimeException {

  private final boolean versionMissing;
  private final int line;
  private final int position;

  PredictException(String message) {
    this(message, null, false, -1, -1);
  }

  PredictException(String message, Throwable cause) {
    this(message, cause, cause instanceof PredictException known && known.versionMissing, -1, -1);
  }

  private PredictException(
      String message, Throwable cause, boolean versionMissing, int line, int position) {
    super(message, cause);
    this.versionMissing = versionMissing;
    this.line = line;
    this.position = position;
  }

  /** The model has no version, which a training may change. */
  static PredictException ofMissingVersion(String message) {
    return new PredictException(message, null, true, -1, -1);
  }

  /** The same, with where the call stands. */
  PredictException at(Origin origin) {
    return new PredictException(
        getMessage(), this, versionMissing, number(origin.line()), number(origin.startPosition()));
  }

  /** Whether nothing is wrong but that the model has no version yet. */
  public boolean isVersionMissing() {
    return versionMissing;
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
