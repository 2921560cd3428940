package flights.faults;

import com.fasterxml.jackson.databind.JsonNode;
import flights.bench.load.TopicEnd;
import flights.core.json.Json;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a topic has told since the moment that this began to listen, by id. */
final class TopicObserver implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<String, byte[]> consumer;
  private final Map<String, Integer> times = new HashMap<>();
  private final Map<String, String> versions = new HashMap<>();
  private long contradictions;

  TopicObserver(FaultTarget system, String topic) {
    consumer = system.kafka().consumer(Map.of());
    TopicEnd.seek(consumer, topic);
  }

  /** Reads on until all of these have been told, or nothing new has come for so long. */
  void readOn(Collection<String> ids, Duration silence) {
    long quietSince = System.nanoTime();
    while (!times.keySet().containsAll(ids) && System.nanoTime() - quietSince < silence.toNanos()) {
      if (poll() > 0) {
        quietSince = System.nanoTime();
      }
    }
    // What is told twice may stand at the very end.
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    while (poll() > 0 || System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  Map<String, Integer> times() {
    return times;
  }

  /** How often ids were told once more. */
  long repeats() {
    return times.values().stream().mapToLong(count -> count - 1).sum();
  }

  /** Ids that were told by different versions of a model. */
  long contradictions() {
    return contradictions;
  }

  /** The version that has answered, by id. */
  Map<String, String> versions() {
    return versions;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private int poll() {
    var records = consumer.poll(POLL);
    records.forEach(this::note);
    return records.count();
  }

  private void note(ConsumerRecord<String, byte[]> message) {
    times.merge(message.key(), 1, Integer::sum);
    if (message.topic().endsWith("_response")) {
      String version = Json.read(message.value(), JsonNode.class).path("ModelVersion").asText();
      String before = versions.put(message.key(), version);
      contradictions += before != null && !before.equals(version) ? 1 : 0;
    }
  }

  /** Those of these ids that have not been told. */
  List<String> missing(Collection<String> ids) {
    return ids.stream().filter(id -> !times.containsKey(id)).collect(Collectors.toList());
  }
}
