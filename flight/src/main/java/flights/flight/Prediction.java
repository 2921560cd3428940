package flights.flight;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * The answer to a {@link FlightRequest}, stored and sent with the request's fields beside it.
 *
 * @param prediction index of the most likely {@link DelayBucket}
 * @param probabilities one a bucket, together 1
 * @param expectedArrDelay minutes
 */
@JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
public record Prediction(
    @JsonUnwrapped FlightRequest request,
    int prediction,
    List<Double> probabilities,
    Double expectedArrDelay,
    @JsonProperty("ArrDelayP10") Double arrDelayP10,
    @JsonProperty("ArrDelayP50") Double arrDelayP50,
    @JsonProperty("ArrDelayP90") Double arrDelayP90,
    List<Reason> reasons,
    String modelVersion,
    Instant scoredAt) {

  public DelayBucket bucket() {
    return DelayBucket.of(prediction);
  }
}
