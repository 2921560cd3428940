package flights.trainer.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Map;

/**
 * The rows that a model was made from.
 *
 * @param rows that were used, for training or for the evaluation
 * @param from the first day, or null
 * @param to the last day, or null
 * @param dropped rows that were read and not used, by reason
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CardData(
    String path, String format, long rows, String from, String to, Map<String, Long> dropped) {

  public CardData {
    dropped = dropped == null ? Map.of() : dropped;
  }
}
