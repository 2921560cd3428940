package flights.core.kafka;

import flights.core.check.Check;
import flights.core.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka cluster that all processes share, and how they talk to it. */
public final class Kafka {

  private static final int CHECK_MILLIS = 3000;

  private final KafkaAccess access;

  public Kafka(Settings settings) {
    this(KafkaAccess.of(settings));
  }

  /** A cluster that asks for nothing. */
  public Kafka(String servers) {
    this(KafkaAccess.plain(servers));
  }

  public Kafka(KafkaAccess access) {
    this.access = access;
  }

  public String servers() {
    return access.servers();
  }

  /** A producer that loses and doubles nothing: a record counts once it is acknowledged by all. */
  public Producer<String, byte[]> producer(Map<String, Object> more) {
    Map<String, Object> safe = Map.of("acks", "all", "enable.idempotence", true, "linger.ms", 0);
    Map<String, Object> config = with(safe);
    config.putAll(more);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  /** A consumer that does not tell by itself how far it is. */
  public Consumer<String, byte[]> consumer(Map<String, Object> more) {
    Map<String, Object> config = with(Map.of("enable.auto.commit", false));
    config.putAll(more);
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  public Admin admin() {
    return admin(Duration.ofMillis(CHECK_MILLIS));
  }

  /** One that waits so long for each answer. */
  public Admin admin(Duration patience) {
    int millis = (int) patience.toMillis();
    return Admin.create(
        with(Map.of("request.timeout.ms", millis, "default.api.timeout.ms", millis)));
  }

  /** Whether the cluster answers, within a few seconds. */
  public Check check(Admin admin) {
    try {
      admin.describeCluster().nodes().get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
      return Check.up("broker", servers());
    } catch (ExecutionException | TimeoutException e) {
      return Check.down("broker", KafkaFault.line(servers(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Check.down("broker", "the check was interrupted");
    }
  }

  private Map<String, Object> with(Map<String, Object> more) {
    Map<String, Object> config = new HashMap<>(access.config());
    config.putAll(more);
    return config;
  }
}
