package flights.web.answers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The ids that were asked here, or whose answers passed on Kafka, a moment ago: those the store
 * need not be looked into for.
 */
final class RequestTracker {

  /** For which an answer that was asked for here is expected on Kafka, and not looked for. */
  static final long EXPECTED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final int MOST = 4_096;
  private static final long A_MOMENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Map<String, Entry> byId =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param message null when it has not been heard
   */
  private record Entry(long sinceNanos, ConsumerRecord<String, byte[]> message) {}

  private final AnswerSource source;
  private final LongSupplier nanos;
  private long tookNanos;
  private long tookAtNanos;

  RequestTracker(AnswerSource source) {
    this(source, System::nanoTime);
  }

  RequestTracker(AnswerSource source, LongSupplier nanos) {
    this.source = source;
    this.nanos = nanos;
  }

  /** Takes note of an id that is about to be asked. */
  synchronized void expect(String id) {
    byId.put(id, new Entry(nanos.getAsLong(), null));
  }

  /** Takes note of an answer; a prediction stays what it is, whatever else bears its id. */
  synchronized void hear(ConsumerRecord<String, byte[]> message) {
    String id = message.key();
    if (id != null && (source.isPrediction(message) || heard(id).isEmpty())) {
      long now = nanos.getAsLong();
      Entry asked = byId.put(id, new Entry(now, message));
      if (asked != null && asked.message == null) {
        tookNanos = now - asked.sinceNanos;
        tookAtNanos = now;
      }
    }
  }

  /** What the latest answer to a question from here took; 0 when none has come for a moment. */
  synchronized long tookNanos() {
    return nanos.getAsLong() - tookAtNanos < A_MOMENT_NANOS ? tookNanos : 0;
  }

  /** The message that answers it, if it was heard. */
  synchronized Optional<ConsumerRecord<String, byte[]>> heard(String id) {
    return Optional.ofNullable(byId.get(id)).map(Entry::message);
  }

  /** Whether its answer is on its way. */
  synchronized boolean isExpected(String id) {
    Entry entry = byId.get(id);
    return entry != null
        && entry.message == null
        && nanos.getAsLong() - entry.sinceNanos < EXPECTED_NANOS;
  }
}
