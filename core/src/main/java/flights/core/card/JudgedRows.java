package flights.core.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/**
 * Rows that were held back and are kept in the package, so that later versions can be tried on
 * them.
 *
 * @param metrics of the model that had not seen them
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record JudgedRows(long rows, Map<String, Double> metrics) {

  public JudgedRows {
    metrics = NoNulls.map(metrics);
  }
}
