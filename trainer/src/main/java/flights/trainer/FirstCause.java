package flights.trainer;

import org.apache.spark.SparkException;

/** What a fault is really about, in one line. */
final class FirstCause {

  private FirstCause() {}

  /** Spark wraps what happens in a task in a report of many lines; the cause is what helps. */
  static String line(Throwable fault) {
    Throwable cause = fault;
    while (cause instanceof SparkException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse(cause.getClass().getSimpleName());
  }
}
