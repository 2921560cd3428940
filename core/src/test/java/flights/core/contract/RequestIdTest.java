package flights.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestIdTest {

  @Test
  void isAUuidOfVersion7WithTheTimeInFront() {
    long before = System.currentTimeMillis();
    UUID id = UUID.fromString(RequestId.next());
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void tellsWhenItWasMade() {
    assertThat(RequestId.madeAt(RequestId.next()).orElseThrow())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusMillis(1));
    assertThat(RequestId.madeAt(UUID.randomUUID().toString())).isEmpty();
  }

  @Test
  void noTwoAreTheSame() {
    assertThat(Stream.generate(RequestId::next).limit(100_000).distinct()).hasSize(100_000);
  }
}
