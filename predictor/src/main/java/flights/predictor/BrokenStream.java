package flights.predictor;

import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;

/** Says in one line why a stream has broken. */
final class BrokenStream {

  private BrokenStream() {}

  static String words(Throwable failure, String checkpoint) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    // Spark passes a task's failure on as text only.
    String said = String.valueOf(failure.getMessage());
    boolean offsetsGone =
        said.contains(OffsetOutOfRangeException.class.getSimpleName())
            || said.contains("KAFKA_DATA_LOSS");
    if (offsetsGone) {
      return "the requests that come next by the checkpoint "
          + checkpoint
          + " are no longer on Kafka: if its data were deleted on purpose, ./flights reset clears"
          + " the checkpoint too";
    }
    return "the stream has broken: "
        + String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
