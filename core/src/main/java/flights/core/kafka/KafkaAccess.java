package flights.core.kafka;

import flights.core.settings.Settings;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * How to reach the Kafka cluster, in the words of its clients: the address, and what the settings
 * say of encryption, passwords and certificates. It holds what the files hold, not their names, so
 * that it can be used on another machine.
 */
public record KafkaAccess(Map<String, String> config) implements Serializable {

  private static final String SERVERS = "bootstrap.servers";

  public KafkaAccess {
    config = Map.copyOf(config);
  }

  public static KafkaAccess of(Settings settings) {
    Map<String, String> config = new HashMap<>(Map.of(SERVERS, settings.kafkaServers()));
    String protocol = settings.kafkaSecurityProtocol();
    config.put("security.protocol", protocol);
    if (protocol.startsWith("SASL")) {
      config.put("sasl.mechanism", settings.kafkaSaslMechanism());
      config.put("sasl.jaas.config", jaas(settings));
    }
    if (protocol.endsWith("SSL")) {
      putCertificates(config, settings);
    }
    return new KafkaAccess(config);
  }

  /** To a cluster that asks for nothing. */
  public static KafkaAccess plain(String servers) {
    return new KafkaAccess(Map.of(SERVERS, servers));
  }

  public String servers() {
    return config.get(SERVERS);
  }

  /** As options of Spark's source and sink. */
  public Map<String, String> sparkOptions() {
    Map<String, String> options = new HashMap<>();
    config.forEach((name, value) -> options.put("kafka." + name, value));
    return options;
  }

  /** The address alone: the rest is secret. */
  @Override
  public String toString() {
    return servers();
  }

  private static void putCertificates(Map<String, String> config, Settings settings) {
    settings
        .kafkaCa()
        .ifPresent(
            ca -> {
              config.put("ssl.truststore.type", "PEM");
              config.put("ssl.truststore.certificates", ca);
            });
    settings
        .kafkaClientCertificate()
        .ifPresent(
            pem -> {
              config.put("ssl.keystore.type", "PEM");
              // Each takes its part of the text.
              config.put("ssl.keystore.certificate.chain", pem);
              config.put("ssl.keystore.key", pem);
            });
  }

  private static String jaas(Settings settings) {
    String module =
        settings.kafkaSaslMechanism().equals("PLAIN")
            ? "plain.PlainLoginModule"
            : "scram.ScramLoginModule";
    return "org.apache.kafka.common.security.%s required username=%s password=%s;"
        .formatted(module, quoted(settings.kafkaUsername()), quoted(settings.kafkaPassword()));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
