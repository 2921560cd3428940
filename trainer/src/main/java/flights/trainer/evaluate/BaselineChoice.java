package flights.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A baseline that a pipeline asks for.
 *
 * @param name one of {@link Baselines#names}, or any words for a column
 * @param column of the rows, whose value is the prediction; null for one that has to be fitted
 */
public record BaselineChoice(String name, String column) {

  @JsonCreator
  public BaselineChoice {}

  /** One that has to be fitted. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static BaselineChoice of(String name) {
    return new BaselineChoice(name, null);
  }
}
