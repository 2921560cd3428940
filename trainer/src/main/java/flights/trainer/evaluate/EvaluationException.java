package flights.trainer.evaluate;

/** Rows that cannot be evaluated; figures that leave some out would not be honest. */
public final class EvaluationException extends RuntimeException {

  private static final long serialVersionUID = 1;

  EvaluationException(String message) {
    super(message);
  }
}
