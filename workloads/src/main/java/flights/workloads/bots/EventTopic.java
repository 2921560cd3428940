package flights.workloads.bots;

import flights.core.json.Json;
import flights.core.kafka.Kafka;
import flights.core.kafka.KafkaFault;
import flights.core.kafka.Topics;
import flights.core.settings.Settings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The topic of what visitors look at. */
final class EventTopic implements AutoCloseable {

  private static final String TOPIC = "events";

  /** A broker that has just begun, on a machine that is busy, takes seconds for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String servers;
  private final Producer<String, byte[]> producer;
  private volatile Exception fault;

  private EventTopic(String servers, Producer<String, byte[]> producer) {
    this.servers = servers;
    this.producer = producer;
  }

  /** Makes the topic where it is missing; throws IllegalStateException. */
  static EventTopic open(Settings settings) throws InterruptedException {
    Kafka kafka = new Kafka(settings);
    try (Admin admin = kafka.admin(PATIENCE)) {
      Topics.ensure(admin, List.of(TOPIC), settings.partitions(), settings.keep());
    } catch (ExecutionException e) {
      throw new IllegalStateException(KafkaFault.line(kafka.servers(), e), e);
    }
    return new EventTopic(kafka.servers(), kafka.producer(Map.of("linger.ms", 20)));
  }

  /** Waits while too much is on its way; an event that did not arrive is told by the next call. */
  void send(TrafficStep.PageView view) {
    requireNoFault();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("user_id", view.userId());
    event.put("event", view.event().name());
    event.put("ts", view.at());
    event.put("ip_address", view.ipAddress());
    String key = String.valueOf(view.userId());
    producer.send(
        new ProducerRecord<>(TOPIC, key, Json.bytes(event)),
        (at, e) -> fault = e == null ? fault : e);
  }

  /** Returns when all have arrived. */
  void flush() {
    producer.flush();
    requireNoFault();
  }

  private void requireNoFault() {
    if (fault != null) {
      throw new IllegalStateException(KafkaFault.line(servers, fault), fault);
    }
  }

  @Override
  public void close() {
    try {
      producer.close();
    } catch (KafkaException e) {
      throw new IllegalStateException(KafkaFault.line(servers, e), e);
    }
  }
}
