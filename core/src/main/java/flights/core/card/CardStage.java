package flights.core.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/**
 * A stage of a pipeline as it was set for the fit.
 *
 * @param stage its class
 * @param parameters by the names that the class gives them, also those that nobody has set
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CardStage(String stage, Map<String, String> parameters) {

  public CardStage {
    parameters = NoNulls.map(parameters);
  }
}
