package flights.trainer.card;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import flights.trainer.evaluate.Trial;
import java.util.List;
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
    Trial model,
    List<Trial> variants,
    List<Trial> baselines) {

  public CardSplit {
    variants = variants == null ? List.of() : List.copyOf(variants);
    baselines = baselines == null ? List.of() : List.copyOf(baselines);
  }

  /** The same with baselines. */
  public CardSplit beside(List<Trial> others) {
    return new CardSplit(name, description, fingerprint, model, variants, others);
  }

  /** The model's, those with inputs missing, and those of the baselines. */
  List<Trial> trials() {
    return Stream.of(List.of(model), variants, baselines).flatMap(List::stream).toList();
  }
}
