package flights.flight.spark.replay;

import flights.core.kafka.Kafka;
import flights.core.kafka.KafkaFault;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import flights.flight.FlightTopics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends events to the topic, each once and in their order. */
final class EventSender implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Map<String, Object> CONFIG =
      Map.of("linger.ms", 5, "buffer.memory", 16L * 1024 * 1024, "delivery.timeout.ms", 120_000);

  private final String servers;
  private final Producer<String, byte[]> producer;
  private final AtomicReference<Exception> fault = new AtomicReference<>();

  private EventSender(Kafka kafka) {
    this.servers = kafka.servers();
    this.producer = kafka.producer(CONFIG);
  }

  /** Makes the topic when it is not there; throws IllegalStateException. */
  static EventSender open(Settings settings) throws InterruptedException {
    Kafka kafka = new Kafka(settings);
    try (Admin admin = kafka.admin(PATIENCE)) {
      Topics.ensure(admin, List.of(FlightTopics.EVENTS), settings.partitions(), settings.keep());
    } catch (ExecutionException e) {
      throw new IllegalStateException(KafkaFault.line(kafka.servers(), e), e);
    }
    return new EventSender(kafka);
  }

  /** Waits while too much is on its way; throws IllegalStateException when one was not taken. */
  void send(String key, byte[] message) {
    check();
    try {
      producer.send(
          new ProducerRecord<>(FlightTopics.EVENTS, key, message),
          (at, failed) -> fault.compareAndSet(null, failed));
    } catch (KafkaException e) {
      throw failed(e);
    }
  }

  /** Returns when all have arrived; throws IllegalStateException when one has not. */
  void flush() {
    producer.flush();
    check();
  }

  private void check() {
    if (fault.get() != null) {
      throw failed(fault.get());
    }
  }

  private IllegalStateException failed(Exception e) {
    return new IllegalStateException("an event was not taken: " + KafkaFault.line(servers, e), e);
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
