package flights.core.kafka;

import flights.core.check.Check;
import flights.core.settings.Settings;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka cluster that all processes share, and how they talk to it. */
public final class Kafka {

  private static final int CHECK_MILLIS = 3000;

  private final String servers;

  public Kafka(Settings settings) {
    this(settings.kafkaServers());
  }

  public Kafka(String servers) {
    this.servers = servers;
  }

  public String servers() {
    return servers;
  }

  /** A producer that loses and doubles nothing: a record counts once it is acknowledged by all. */
  public Producer<String, byte[]> producer(Map<String, Object> more) {
    Map<String, Object> config =
        new java.util.HashMap<>(
            Map.of(
                "bootstrap.servers",
                servers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                0));
    config.putAll(more);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  public Admin admin() {
    return Admin.create(
        Map.of(
            "bootstrap.servers", servers,
            "request.timeout.ms", CHECK_MILLIS,
            "default.api.timeout.ms", CHECK_MILLIS));
  }

  /** Whether the cluster answers, within a few seconds. */
  public Check check(Admin admin) {
    try {
      admin.describeCluster().nodes().get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
      return Check.up("broker", servers);
    } catch (ExecutionException | TimeoutException e) {
      return Check.down(
          "broker",
          "no Kafka answers at " + servers + "; KAFKA_BOOTSTRAP_SERVERS sets another address");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Check.down("broker", "the check was interrupted");
    }
  }
}
