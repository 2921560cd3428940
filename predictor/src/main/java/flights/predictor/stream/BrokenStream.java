package flights.predictor.stream;

import flights.model.command.Command;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A stream has broken; the message says in one line why, and what to do. */
final class BrokenStream extends RuntimeException {

  private static final String WAY_OUT =
      "if that was on purpose, delete that folder, and all requests that are on Kafka are answered"
          + " anew";

  private final boolean lasting;

  private BrokenStream(String message, boolean lasting, Throwable cause) {
    super(message, cause);
    this.lasting = lasting;
  }

  static BrokenStream lasting(String message) {
    return new BrokenStream(message, true, null);
  }

  static BrokenStream passing(String message, Throwable cause) {
    return new BrokenStream(message, false, cause);
  }

  static BrokenStream otherTopic(Path checkpoint, Checkpoint.Topic noted, Checkpoint.Topic topic) {
    String what =
        noted.name().equals(topic.name())
            ? topic.name() + " as it was before it was deleted and made again"
            : noted.name() + ", and the model's requests come by " + topic.name();
    return lasting("the checkpoint " + checkpoint + " is of the topic " + what + ": " + WAY_OUT);
  }

  static BrokenStream because(Throwable failure, Path checkpoint) {
    if (failure instanceof BrokenStream known) {
      return known;
    }
    // Spark passes a task's failure on as text only.
    String said = String.valueOf(failure.getMessage());
    if (saysAny(said, "OffsetOutOfRangeException", "KAFKA_DATA_LOSS", "START_OFFSET_GREATER")) {
      return new BrokenStream(
          "the requests that come next by the checkpoint "
              + checkpoint
              + " are no longer on Kafka: "
              + WAY_OUT,
          true,
          failure);
    }
    return passing("the stream has broken: " + firstLineOfRoot(failure), failure);
  }

  /** Whether it would break again if it were started again. */
  boolean isLasting() {
    return lasting;
  }

  private static boolean saysAny(String text, String... words) {
    return Stream.of(words).anyMatch(text::contains);
  }

  private static String firstLineOfRoot(Throwable failure) {
    return String.valueOf(Command.root(failure).getMessage())
        .lines()
        .findFirst()
        .orElse("no reason given");
  }
}
