package flights.core.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import flights.core.files.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A training that was asked for, and how far it is.
 *
 * @param stage what is being done; null when it has not begun
 * @param share of all the work that is done, from 0 to 1; null when that cannot be said
 * @param message why it failed, or why the new version answers or does not
 * @param version that it has made; null when there is none
 * @param rows of the uploaded file, once they are counted
 * @param attempts how often it was begun
 * @param aliveAt when its listener last gave a sign of life
 */
public record TrainingJob(
    @JsonProperty("_id") String id,
    TrainingRequest request,
    State state,
    String stage,
    Double share,
    String message,
    String version,
    Long rows,
    int attempts,
    Instant askedAt,
    Instant startedAt,
    Instant aliveAt,
    Instant endedAt) {

  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** In the order in which a job goes through them. */
  public enum State {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED;

    /** As it is stored. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static TrainingJob asked(TrainingRequest request) {
    return new TrainingJob(
        request.id(),
        request,
        State.QUEUED,
        null,
        null,
        null,
        null,
        null,
        0,
        request.askedAt(),
        null,
        null,
        null);
  }

  /**
   * The name of the version that it makes: the same at each attempt, so that a job makes one only.
   */
  public String versionName() {
    return VERSION.format(askedAt)
        + "-"
        + Sha256.hex(id.getBytes(StandardCharsets.UTF_8)).substring(0, 6);
  }

  /** Whether nothing more will come of it. */
  public boolean over() {
    return state == State.DONE || state == State.FAILED;
  }
}
