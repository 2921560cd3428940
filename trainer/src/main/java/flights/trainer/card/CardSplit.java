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
 * @param baselines fitted and evaluated on the same rows as the model
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record CardSplit(String name, String description, Trial model, List<Trial> baselines) {

  public CardSplit {
    baselines = baselines == null ? List.of() : List.copyOf(baselines);
  }

  /** The model's, then those of the baselines. */
  List<Trial> trials() {
    return Stream.concat(Stream.of(model), baselines.stream()).toList();
  }
}
