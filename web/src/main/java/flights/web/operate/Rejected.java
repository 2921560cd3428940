package flights.web.operate;

import flights.core.kafka.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The latest requests that the predictor could not use, as they came. */
public final class Rejected {

  private static final int MOST = 20;
  private static final int MOST_BYTES = 100_000;
  private static final int EXCERPT = 300;

  /**
   * A request that could not be used.
   *
   * @param id null when it had none
   * @param bytes as it came; null when it is too large to be kept here
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Letter(
      int partition, long offset, Instant at, String id, String reason, byte[] bytes) {

    /** Its beginning, as text. */
    public String excerpt() {
      if (bytes == null) {
        return "";
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.length() > EXCERPT ? text.substring(0, EXCERPT) + " …" : text;
    }
  }

  private final String topic;
  private final Deque<Letter> letters = new ArrayDeque<>();

  /**
   * @param topic where rejected requests pass
   */
  Rejected(String topic) {
    this.topic = topic;
  }

  /** Takes note of one message. */
  public void hear(ConsumerRecord<String, byte[]> message) {
    if (message.topic().equals(topic)) {
      add(letter(message));
    }
  }

  /** The last first. */
  synchronized List<Letter> latest() {
    return List.copyOf(letters);
  }

  synchronized Optional<Letter> find(int partition, long offset) {
    return letters.stream()
        .filter(it -> it.partition() == partition && it.offset() == offset)
        .findFirst();
  }

  private synchronized void add(Letter letter) {
    letters.addFirst(letter);
    if (letters.size() > MOST) {
      letters.removeLast();
    }
  }

  private static Letter letter(ConsumerRecord<String, byte[]> message) {
    Header reason = message.headers().lastHeader(DeadLetters.REASON);
    byte[] value = message.value();
    return new Letter(
        message.partition(),
        message.offset(),
        Instant.ofEpochMilli(message.timestamp()),
        message.key(),
        reason == null
            ? "the predictor gave no reason"
            : new String(reason.value(), StandardCharsets.UTF_8),
        value == null || value.length > MOST_BYTES ? null : value);
  }
}
