package flights.flight.spark.history;

import flights.model.command.Command;

/** Flight history cannot be read; the message is one line that names the path and what is wrong. */
public final class HistoryException extends RuntimeException {

  private static final int LONGEST_CAUSE = 300;

  HistoryException(String message) {
    super(message);
  }

  HistoryException(String message, Throwable cause) {
    super(message + ": " + oneLine(cause), cause);
  }

  /** The first line of the innermost cause: Spark wraps what went wrong many times. */
  private static String oneLine(Throwable cause) {
    Throwable inner = Command.root(cause);
    String line = String.valueOf(inner.getMessage()).lines().findFirst().orElse("");
    String shown = line.length() > LONGEST_CAUSE ? line.substring(0, LONGEST_CAUSE) : line;
    return inner.getClass().getSimpleName() + ": " + shown;
  }
}
