package flights.web.models;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.core.drift.FieldShape;
import flights.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is told about a trained version; what a card does not tell is null or empty.
 *
 * @param verdict why it took the champion's place, or did not
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Card(
    String trainedAt,
    String commit,
    Long seed,
    Data data,
    List<Feature> features,
    List<Split> splits,
    String verdict,
    List<String> notes) {

  public Card {
    features = orEmpty(features);
    splits = orEmpty(splits);
    notes = orEmpty(notes);
  }

  /** Throws IllegalArgumentException when the map is no card. */
  static Card of(Map<String, Object> card) {
    return Json.mapper().convertValue(card, Card.class);
  }

  /** The rows that the model was made from. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Data(
      String path,
      String format,
      Long rows,
      String from,
      String to,
      Map<String, Long> dropped,
      List<FieldShape> shapes) {

    public Data {
      shapes = orEmpty(shapes);
      dropped = dropped == null ? Map.of() : dropped;
    }
  }

  /** What the model looks at, and in its own unit how much. */
  public record Feature(String name, Double importance) {}

  /** One way to hold rows back, and how the model and others did on them. */
  public record Split(
      String name, String description, Trial model, List<Trial> variants, List<Trial> baselines) {

    /** The model first, then itself with inputs missing, then the baselines. */
    public List<Trial> trials() {
      return Stream.of(List.of(model), orEmpty(variants), orEmpty(baselines))
          .flatMap(List::stream)
          .filter(trial -> trial.evaluation() != null)
          .toList();
    }
  }

  public record Trial(String name, Evaluation evaluation) {}

  /** How well a model does on rows that it has not seen. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Evaluation(
      long rows,
      Double accuracy,
      Double weightedF1,
      Double logLoss,
      Double brier,
      Double ece,
      List<Bin> reliability,
      List<List<Long>> confusion,
      List<Named> classes,
      Minutes minutes) {

    public Evaluation {
      reliability = orEmpty(reliability);
      confusion = orEmpty(confusion);
      classes = orEmpty(classes);
    }

    /** How dark a cell of the confusion is, from 0 to 9, by its share of the true class. */
    public int shade(int truth, int predicted) {
      long all = confusion.get(truth).stream().mapToLong(it -> it).sum();
      return all == 0 ? 0 : (int) Math.min(9, 10 * confusion.get(truth).get(predicted) / all);
    }
  }

  /** The rows whose confidence is between two bounds; null where there are none. */
  public record Bin(double from, double to, long rows, Double confidence, Double accuracy) {}

  public record Named(String name) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Minutes(Double mae, Double coverageP10P90) {}

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
