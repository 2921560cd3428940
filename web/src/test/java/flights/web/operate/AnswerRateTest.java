package flights.web.operate;

import static org.assertj.core.api.Assertions.assertThat;

import flights.flight.FlightTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class AnswerRateTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.500Z");

  private final AnswerRate pulse =
      new AnswerRate(
          FlightTopics.RESPONSES, new SimpleMeterRegistry(), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void answersAreCountedInTheSecondInWhichTheyCame() {
    hear(FlightTopics.RESPONSES, NOW.minusSeconds(1));
    hear(FlightTopics.RESPONSES, NOW.minusSeconds(1));
    hear(FlightTopics.RESPONSES, NOW.minusSeconds(59));

    assertThat(pulse.rates()).hasSize(AnswerRate.SECONDS - 1).startsWith(1, 0).endsWith(0, 2);
  }

  @Test
  void oldAnswersAndRejectionsAreNotCounted() {
    hear(FlightTopics.RESPONSES, NOW.minusSeconds(60));
    hear(FlightTopics.ERRORS, NOW.minusSeconds(1));

    assertThat(pulse.rates()).containsOnly(0);
  }

  @Test
  void withoutAnswersThereIsNoLatency() {
    assertThat(pulse.millis(0.5)).isZero();
  }

  private void hear(String topic, Instant at) {
    byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
    pulse.hear(
        new ConsumerRecord<>(
            topic,
            0,
            7,
            at.toEpochMilli(),
            TimestampType.CREATE_TIME,
            1,
            value.length,
            "id",
            value,
            new RecordHeaders(),
            Optional.empty()));
  }
}
