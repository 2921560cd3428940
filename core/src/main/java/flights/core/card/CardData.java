package flights.core.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.core.drift.FieldShape;
import java.util.List;
import java.util.Map;

/**
 * The rows that a model was made from.
 *
 * @param sources each path or address that was read; empty in a card of before
 * @param rows that were used, for training or for the evaluation
 * @param from the first day, or null
 * @param to the last day, or null
 * @param dropped rows that were read and not used, by reason
 * @param shapes how the fields of a request are distributed among the rows
 * @param coverage which values they have; empty in a card of before
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CardData(
    String path,
    List<String> sources,
    String format,
    long rows,
    String from,
    String to,
    Map<String, Long> dropped,
    List<FieldShape> shapes,
    List<FieldCoverage> coverage) {

  public CardData {
    sources = NoNulls.list(sources);
    dropped = dropped == null ? Map.of() : dropped;
    shapes = NoNulls.list(shapes);
    coverage = NoNulls.list(coverage);
  }

  /** The same with what the fields hold. */
  public CardData with(List<FieldShape> shapes, List<FieldCoverage> coverage) {
    return new CardData(path, sources, format, rows, from, to, dropped, shapes, coverage);
  }
}
