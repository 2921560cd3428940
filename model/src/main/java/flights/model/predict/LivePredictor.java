package flights.model.predict;

import java.io.Serializable;
import java.util.function.Supplier;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What a call of predict runs, on the driver by the version that is the champion now. When Spark
 * sends it to a task, the version of that moment goes along: all rows of the task have that one.
 */
public final class LivePredictor implements Serializable {

  private final String model;
  private final transient Supplier<LoadedVersion> version;

  LivePredictor(String model, Supplier<LoadedVersion> version) {
    this.model = model;
    this.version = version;
  }

  /**
   * Spark's compiled plans call it.
   *
   * @param request as JSON; null when a value is not what the model wants
   * @return answer and document; null when it cannot be scored
   */
  public InternalRow score(byte[] request) {
    return version.get().score(request);
  }

  private Object writeReplace() {
    return version.get().shipped();
  }

  /** Equal calls are one to Spark, which then runs them once for a row. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LivePredictor that && model.equals(that.model);
  }

  @Override
  public int hashCode() {
    return model.hashCode();
  }
}
