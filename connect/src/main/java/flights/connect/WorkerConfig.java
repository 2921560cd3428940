package flights.connect;

import flights.core.kafka.KafkaAccess;
import flights.core.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Kafka Connect is told at its start. */
final class WorkerConfig {

  /** Of all workers that share their connectors; a reset knows their topics by it. */
  private static final String GROUP = "flights-connect";

  private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";

  private WorkerConfig() {}

  static Map<String, String> of(Settings settings) {
    Map<String, String> config = new TreeMap<>(Map.of("group.id", GROUP));
    config.put("listeners", "http://" + settings.connectHost() + ":" + settings.connectPort());
    if (settings.connectHost().matches("0\\.0\\.0\\.0|::")) {
      config.put("rest.advertised.host.name", hostName());
    }
    // Those that the libraries name, and not each class of each library: seconds of a start.
    config.put("plugin.discovery", "service_load");
    config.put("config.providers", "env");
    config.put("config.providers.env.class", SettingsProvider.class.getName());
    for (String part : List.of("key", "value")) {
      config.put(part + ".converter", JSON);
      config.put(part + ".converter.schemas.enable", "false");
    }
    // A worker that is gone for good: its tasks are not to wait five minutes for it.
    config.put("scheduled.rebalance.max.delay.ms", "10000");
    config.put("offset.flush.interval.ms", "1000");
    putTopics(config);
    putAccess(config, KafkaAccess.of(settings));
    return config;
  }

  /** By which the other workers of the group find this one. */
  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("this machine does not know its name: " + e.getMessage(), e);
    }
  }

  private static void putTopics(Map<String, String> config) {
    config.put("config.storage.topic", GROUP + "-configs");
    config.put("offset.storage.topic", GROUP + "-offsets");
    config.put("status.storage.topic", GROUP + "-status");
    for (String kind : List.of("config", "offset", "status")) {
      // As the cluster has it: one copy where there is one broker.
      config.put(kind + ".storage.replication.factor", "-1");
    }
    config.put("offset.storage.partitions", "5");
    config.put("status.storage.partitions", "1");
  }

  /** The connectors' own clients do not take it from the worker's. */
  private static void putAccess(Map<String, String> config, KafkaAccess access) {
    for (String prefix : List.of("", "producer.", "consumer.", "admin.")) {
      access.config().forEach((name, value) -> config.put(prefix + name, value));
    }
  }
}
