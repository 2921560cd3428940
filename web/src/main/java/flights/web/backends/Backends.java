package flights.web.backends;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import flights.core.check.Check;
import flights.core.kafka.Kafka;
import flights.core.kafka.KafkaFault;
import flights.core.settings.Settings;
import flights.core.store.Store;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/**
 * The broker and the store. They are connected to at first use, because even to open a connection
 * can wait for a name server; neither has to be there when the process starts.
 */
public final class Backends implements AutoCloseable {

  private static final Duration CLOSE_PATIENCE = Duration.ofMillis(300);

  /** A request that is not acknowledged after these is refused, and is never sent afterwards. */
  private static final Map<String, Object> REFUSE_WITHIN_FIVE_SECONDS =
      Map.of("max.block.ms", 1_000, "delivery.timeout.ms", 3_500, "request.timeout.ms", 3_000);

  private static final Map<String, Object> PRODUCER =
      Map.of(
          "client.id",
          "flights-web",
          "buffer.memory",
          8L * 1024 * 1024,
          // While one message is under way the next requests gather: few and large ones.
          "max.in.flight.requests.per.connection",
          1,
          // Knowing a topic for ever is what lets send() return at once when the broker is away.
          "metadata.max.idle.ms",
          Duration.ofDays(365).toMillis());

  private final Kafka kafka;
  private final Lazy<Admin> admin;
  private final Lazy<Producer<String, byte[]>> producer;
  private final Lazy<Store> store;

  public Backends(Settings settings) {
    kafka = new Kafka(settings);
    admin = new Lazy<>(kafka::admin);
    producer = new Lazy<>(() -> kafka.producer(producerConfig()));
    store = new Lazy<>(() -> Store.open(settings));
  }

  public Kafka kafka() {
    return kafka;
  }

  /** Throws KafkaException when the cluster's address cannot be resolved; so does the producer. */
  public Admin admin() {
    return admin.get();
  }

  /** Fails a record some five seconds after it was given, at most. */
  public Producer<String, byte[]> producer() {
    return producer.get();
  }

  public Store store() {
    return store.get();
  }

  /** Whether the broker answers, within a few seconds. */
  Check checkBroker() {
    try {
      return kafka.check(admin());
    } catch (KafkaException e) {
      return Check.down("broker", KafkaFault.line(kafka.servers(), e));
    }
  }

  /** Whether the store answers, within a few seconds. */
  public Check checkStore() {
    try {
      return store().check();
    } catch (RuntimeException e) {
      // The driver refuses addresses in several ways, and may quote a password when it does.
      return Check.down("store", "the address in MONGODB_URI is not one that MongoDB understands");
    }
  }

  /** Whether a failure is one that the check of the store reports already. */
  public static boolean saysStoreIsAway(RuntimeException failure) {
    return failure instanceof MongoTimeoutException || failure instanceof MongoSocketException;
  }

  @Override
  public void close() {
    producer.ifMade(it -> it.close(CLOSE_PATIENCE));
    admin.ifMade(it -> it.close(Duration.ZERO));
    store.ifMade(Store::close);
  }

  private static Map<String, Object> producerConfig() {
    Map<String, Object> config = new HashMap<>(PRODUCER);
    config.putAll(REFUSE_WITHIN_FIVE_SECONDS);
    return config;
  }
}
