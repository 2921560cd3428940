package flights.trainer.evaluate;

import java.io.Serializable;

/**
 * Whether a number reaches a limit, and how likely a model says that is.
 *
 * @param name in words, such as "15 minutes late or more"
 * @param from the event happens when the true number is this or more
 * @param probability the column of the model
 */
public record PredictedEvent(String name, Double from, String probability) implements Serializable {

  boolean happened(NumberRow row) {
    return row.truth() >= from;
  }
}
