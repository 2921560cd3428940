package flights.core.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrackerAccessTest {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:5000/, http://127.0.0.1:5000",
    "https://me:se%40cret@host/ml, https://host/ml",
    "http://me:se/c{r@et@host:1, http://host:1"
  })
  void theAddressHasNoUserAndNoPassword(String given, String address) {
    assertThat(TrackerAccess.of(given, "", "", "").toString()).isEqualTo(address);
  }

  @Test
  void aTokenGoesBeforeAUserAndAUserBeforeTheAddress() {
    String uri = "https://me:se%40+cret@host";

    assertThat(TrackerAccess.of("http://host", "", "", "").authorization()).isEmpty();
    assertThat(TrackerAccess.of(uri, "", "", "").authorization()).isEqualTo(basic("me:se@+cret"));
    assertThat(TrackerAccess.of(uri, "you", "p", "").authorization()).isEqualTo(basic("you:p"));
    assertThat(TrackerAccess.of(uri, "you", "p", "t").authorization()).isEqualTo("Bearer t");
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
