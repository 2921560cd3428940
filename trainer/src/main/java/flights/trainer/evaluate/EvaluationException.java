package flights.trainer.evaluate;

import java.util.function.Supplier;

/** Rows that cannot be evaluated; figures that leave some out would not be honest. */
public final class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  EvaluationException(String message) {
    super(message);
  }

  /** Throws one unless there are rows, all of which can be used. */
  static void require(long usable, long unusable, Supplier<String> why) {
    if (usable + unusable == 0) {
      throw new EvaluationException("there are no rows to evaluate the model on");
    }
    if (unusable > 0) {
      throw new EvaluationException(
          "%,d of %,d rows cannot be evaluated: %s"
              .formatted(unusable, usable + unusable, why.get()));
    }
  }
}
