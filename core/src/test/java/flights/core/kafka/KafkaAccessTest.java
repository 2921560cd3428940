package flights.core.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaAccessTest {

  private static final KafkaAccess SECURED =
      KafkaAccess.of(
          Settings.of(
              Map.of(
                  "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                  "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                  "KAFKA_SASL_USERNAME", "ann",
                  "KAFKA_SASL_PASSWORD", "a\"b\\c")));

  @Test
  void userAndPasswordAreQuoted() {
    assertThat(SECURED.config())
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"ann\" password=\"a\\\"b\\\\c\";")
        .doesNotContainKey("ssl.truststore.type");
  }

  @Test
  void sparkIsToldTheSame() {
    assertThat(SECURED.sparkOptions())
        .hasSameSizeAs(SECURED.config())
        .containsEntry("kafka.bootstrap.servers", "kafka:9092")
        .containsEntry("kafka.security.protocol", "SASL_SSL");
  }

  @Test
  void itDoesNotTellSecrets() {
    assertThat(SECURED).hasToString("kafka:9092");
  }
}
