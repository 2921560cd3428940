package flights.core.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One way to hold rows back, and how the model and the baselines did on them.
 *
 * @param name such as "time split"
 * @param description which rows were trained on and which were held back, in words
 * @param fingerprint the same for the same rows held back
 * @param variants the same model on the same rows, with inputs missing
 * @param baselines fitted and evaluated on the same rows as the model
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CardSplit(
    String name,
    String description,
    String fingerprint,
    CardTrial model,
    List<CardTrial> variants,
    List<CardTrial> baselines) {

  public CardSplit {
    variants = NoNulls.list(variants);
    baselines = NoNulls.list(baselines);
  }

  /** The same with baselines. */
  public CardSplit beside(List<CardTrial> others) {
    return new CardSplit(name, description, fingerprint, model, variants, others);
  }

  /**
   * The same with what is told of a range around the predicted number.
   *
   * @param range on the same rows
   */
  public CardSplit ranged(Evaluation range) {
    CardTrial told = new CardTrial(model.name(), model.fit(), model.evaluation().ranged(range));
    return new CardSplit(name, description, fingerprint, told, variants, baselines);
  }

  /** The model's, those with inputs missing, and those of the baselines. */
  public List<CardTrial> trials() {
    return Stream.of(List.of(model), variants, baselines)
        .flatMap(List::stream)
        .filter(trial -> trial.evaluation() != null)
        .toList();
  }

  /** The metrics of all trials. */
  public List<Map<String, Double>> figures() {
    return trials().stream().map(trial -> trial.evaluation().metrics()).toList();
  }
}
