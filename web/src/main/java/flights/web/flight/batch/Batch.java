package flights.web.flight.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * An uploaded file of flights.
 *
 * @param good how many rows could be read
 * @param sent how many of these were given to the predictor
 * @param trouble why not all were; null when they were, or will be
 * @param bad the first rows that cannot be used
 * @param badCount all of them
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Batch(
    @JsonProperty("_id") String id,
    Instant at,
    int good,
    int sent,
    String trouble,
    List<BadRow> bad,
    long badCount) {

  Batch withSent(int all) {
    return new Batch(id, at, good, all, trouble, bad, badCount);
  }

  Batch withTrouble(String cause) {
    return new Batch(id, at, good, sent, cause, bad, badCount);
  }
}
