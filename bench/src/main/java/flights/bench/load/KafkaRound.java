package flights.bench.load;

import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.flight.FlightRequest;
import flights.flight.FlightTopics;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Requests that are sent to Kafka, until their answers are on the topic of the answers. */
public final class KafkaRound implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Map<String, Long> waiting = new ConcurrentHashMap<>();
  private final Latencies latencies = new Latencies();
  private final Consumer<String, byte[]> answers;
  private final Producer<String, byte[]> producer;
  private volatile long measuredFrom = Long.MIN_VALUE;
  private volatile boolean allSent;

  /**
   * @param hurried whether answers are read as they come, or rather many at once
   */
  public KafkaRound(Kafka kafka, boolean hurried) {
    answers = atTheEnd(kafka, hurried ? 1 : 256 * 1024);
    producer = kafka.producer(Map.of("linger.ms", hurried ? 0 : 5, "batch.size", 128 * 1024));
  }

  /** Sends all at once; the seconds until the last of them was answered. */
  public double flood(List<FlightRequest> requests) throws InterruptedException {
    List<ProducerRecord<String, byte[]>> made = requests.stream().map(KafkaRound::message).toList();
    long start = System.nanoTime();
    made.forEach(message -> waiting.put(message.key(), start));
    double[] seconds = {0};
    hear(() -> made.forEach(this::send), () -> seconds[0] = (System.nanoTime() - start) / 1e9);
    return seconds[0];
  }

  /** Sends them at a steady rate. */
  public void keep(Pace pace, Stream<FlightRequest> requests) throws InterruptedException {
    Iterator<FlightRequest> next = requests.iterator();
    hear(
        () -> {
          measuredFrom = Long.MAX_VALUE;
          pace.keep(
              (due, measured) -> {
                if (measured && measuredFrom == Long.MAX_VALUE) {
                  measuredFrom = due;
                }
                ProducerRecord<String, byte[]> message = message(next.next());
                waiting.put(message.key(), due);
                send(message);
              });
        },
        () -> {});
  }

  public Latencies latencies() {
    return latencies;
  }

  /** How many were not answered. */
  public int lost() {
    return waiting.size();
  }

  @Override
  public void close() {
    producer.close();
    answers.close();
  }

  private void hear(Runnable sending, Runnable onAnswer) throws InterruptedException {
    Thread sender =
        new Thread(
            () -> {
              sending.run();
              producer.flush();
              allSent = true;
            },
            "sender");
    sender.start();
    long lastNanos = System.nanoTime();
    while (!(allSent && waiting.isEmpty()) && System.nanoTime() - lastNanos < PATIENCE.toNanos()) {
      boolean[] some = {false};
      answers.poll(LOOK).forEach(answer -> some[0] |= take(answer.key()));
      if (some[0]) {
        lastNanos = System.nanoTime();
        onAnswer.run();
      }
    }
    sender.join();
  }

  private boolean take(String id) {
    Long due = id == null ? null : waiting.remove(id);
    if (due != null && due >= measuredFrom) {
      latencies.add(due, System.nanoTime());
    }
    return due != null;
  }

  private void send(ProducerRecord<String, byte[]> message) {
    // One that is not taken is never answered, and told by that.
    var unused = producer.send(message);
  }

  private static ProducerRecord<String, byte[]> message(FlightRequest request) {
    return new ProducerRecord<>(FlightTopics.REQUESTS, request.uuid(), Json.bytes(request));
  }

  private static Consumer<String, byte[]> atTheEnd(Kafka kafka, int leastBytes) {
    Consumer<String, byte[]> consumer =
        kafka.consumer(Map.of("fetch.min.bytes", leastBytes, "max.poll.records", 5_000));
    TopicEnd.seek(consumer, FlightTopics.RESPONSES);
    return consumer;
  }
}
