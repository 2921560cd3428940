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
            request(
                    "1",
                    "m",
                    "s3a://a b; rm --promote",
                    Map.of("seed", "7", "sample", "0.1", "with-previous", "true"))
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
            "7",
            "--with-previous");
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

  @Test
  void whatIsToldOfAnUploadHasToBeWhole() {
    String sum = "0".repeat(64);

    assertThat(upload("d", sum, 7L, "a.csv").fault()).isNull();
    assertThat(upload("d", sum, 7L, null).isUpload()).isTrue();
    assertThat(upload("d", null, null, null).isUpload()).isFalse();
    assertThat(upload(null, sum, 7L, "a.csv").fault()).contains("sha256");
    assertThat(upload("d", sum, null, "a.csv").fault()).contains("sha256");
    assertThat(upload("d", "../" + sum, 7L, "a.csv").fault()).contains("sha256");
    assertThat(upload("d", sum, 7L, "x".repeat(1_000)).fault()).contains("name of its file");
    assertThat(upload("d", sum, 7L, "a\u001b[2J").fault()).contains("name of its file");
    assertThat(Json.write(upload("d", sum, 7L, "a.csv")))
        .endsWith(",\"sha256\":\"" + sum + "\",\"size\":7,\"file\":\"a.csv\"}");
  }

  @Test
  void eachJobNamesAVersionOfItsOwnAlwaysTheSame() {
    TrainingJob job = TrainingJob.asked(request("1", "m", null, Map.of()));

    assertThat(job.versionName()).isEqualTo("20261121-120000-6b86b2");
    assertThat(TrainingJob.asked(request("2", "m", null, Map.of())).versionName())
        .startsWith("20261121-120000-")
        .isNotEqualTo(job.versionName());
  }

  private static TrainingRequest upload(String data, String sha256, Long size, String file) {
    return new TrainingRequest("1", "m", data, null, NOW, sha256, size, file);
  }

  private static TrainingRequest request(
      String id, String model, String data, Map<String, String> options) {
    return new TrainingRequest(id, model, data, new TreeMap<>(options), NOW);
  }
}
