package flights.trainer.evaluate;

/**
 * A model that was fitted and evaluated.
 *
 * @param fit null when it is not known
 */
public record Trial(String name, FitCost fit, Evaluation evaluation) {}
