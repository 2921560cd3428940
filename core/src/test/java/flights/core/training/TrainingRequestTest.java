package flights.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import flights.core.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TrainingRequestTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void whatIsAskedIsWhatTheScriptIsCalledWith() {
    assertThat(request("1", "sentiment", null, Map.of()).command())
        .containsExactly("train", "sentiment", "--job", "1");
    assertThat(
            request("1", "m", "s3a://a b; rm --promote", Map.of("seed", "7", "sample", "0.1"))
                .command())
        .containsExactly(
            "train",
            "m",
            "--job",
            "1",
            "--data",
            "s3a://a b; rm --promote",
            "--sample",
            "0.1",
            "--seed",
            "7");
  }

  @Test
  void nobodySlipsOtherOptionsIn() {
    assertThat(request("1", "m", null, Map.of("sample", "0.1")).fault()).isNull();
    assertThat(request("1", "m", null, Map.of("promote", "yes")).fault()).contains("promote");
    assertThat(request("1", "m", null, Map.of("seed", "--promote")).fault()).contains("seed");
    assertThat(request("1", "--promote", null, Map.of()).fault()).isNotNull();
    assertThat(request("--promote", "m", null, Map.of()).fault()).isNotNull();
    assertThat(request("1", "m", " ", Map.of()).fault()).isNotNull();
  }

  @Test
  void theMessageIsPlainJson() {
    String json =
        """
        {"id":"1","model":"m","data":"d","options":{"sample":"0.1"},\
        "askedAt":"2026-11-21T12:00:00Z"}""";

    assertThat(Json.write(request("1", "m", "d", Map.of("sample", "0.1")))).isEqualTo(json);
    assertThat(Json.read(json, TrainingRequest.class).fault()).isNull();
    assertThat(Json.read("{\"id\":\"1\",\"model\":\"m\"}", TrainingRequest.class).fault())
        .contains("time");
  }

  private static TrainingRequest request(
      String id, String model, String data, Map<String, String> options) {
    return new TrainingRequest(id, model, data, new TreeMap<>(options), NOW);
  }
}
