package flights.core.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A training that was asked for, and how far it is.
 *
 * @param stage what is being done; null when it has not begun
 * @param share of all the work that is done, from 0 to 1; null when that cannot be said
 * @param message why it failed, or why the new version answers or does not
 * @param version that it has made; null when there is none
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
    int attempts,
    Instant askedAt,
    Instant startedAt,
    Instant aliveAt,
    Instant endedAt) {

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
      return name().toLowerCase(java.util.Locale.ROOT);
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
        0,
        request.askedAt(),
        null,
        null,
        null);
  }

  /** Whether nothing more will come of it. */
  public boolean over() {
    return state == State.DONE || state == State.FAILED;
  }
}
