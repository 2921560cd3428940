package flights.web.operate;

import com.fasterxml.jackson.databind.JsonNode;
import flights.core.json.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How many answers pass on Kafka, and how long they took from the request's timestamp. Counts all,
 * and reads some.
 */
public final class AnswerRate {

  /** How far back it looks. */
  static final int SECONDS = 60;

  private static final long READ_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final String topic;
  private final Clock clock;
  private final Timer latency;
  private final long[] seconds = new long[SECONDS];
  private final int[] answers = new int[SECONDS];
  private long readNanos = System.nanoTime();

  /**
   * @param topic where the answers pass
   */
  AnswerRate(String topic, MeterRegistry meters, Clock clock) {
    this.topic = topic;
    this.clock = clock;
    this.latency =
        Timer.builder("flights.answers")
            .description("From a request's timestamp to its answer on Kafka; a sample")
            .publishPercentiles(0.5, 0.99)
            .distributionStatisticExpiry(Duration.ofMinutes(1))
            .register(meters);
  }

  /** Takes note of one message. */
  public void hear(ConsumerRecord<String, byte[]> message) {
    if (message.topic().equals(topic) && count(message.timestamp() / 1000)) {
      sample(message);
    }
  }

  /** Answers in each of the last seconds, the oldest first; the present second is not whole yet. */
  synchronized List<Integer> rates() {
    long now = clock.millis() / 1000;
    List<Integer> rates = new ArrayList<>();
    for (long second = now - SECONDS + 1; second < now; second++) {
      int slot = (int) (second % SECONDS);
      rates.add(seconds[slot] == second ? answers[slot] : 0);
    }
    return rates;
  }

  /** Milliseconds that this share of the answers stayed under; 0 when there were none. */
  double millis(double percentile) {
    for (ValueAtPercentile value : latency.takeSnapshot().percentileValues()) {
      if (value.percentile() == percentile) {
        return value.value(TimeUnit.MILLISECONDS);
      }
    }
    throw new IllegalArgumentException("not published: " + percentile);
  }

  private synchronized boolean count(long second) {
    if (second <= clock.millis() / 1000 - SECONDS) {
      return false;
    }
    int slot = (int) (second % SECONDS);
    if (seconds[slot] != second) {
      seconds[slot] = second;
      answers[slot] = 0;
    }
    answers[slot]++;
    return true;
  }

  private void sample(ConsumerRecord<String, byte[]> message) {
    if (System.nanoTime() - readNanos < READ_EVERY_NANOS) {
      return;
    }
    readNanos = System.nanoTime();
    try {
      JsonNode prediction = Json.read(message.value(), JsonNode.class);
      long asked = Instant.parse(prediction.path("Timestamp").asText()).toEpochMilli();
      latency.record(Math.max(0, message.timestamp() - asked), TimeUnit.MILLISECONDS);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      // Not one of ours: whoever waits for it is told.
    }
  }
}
