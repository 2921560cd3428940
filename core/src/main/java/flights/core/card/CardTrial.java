package flights.core.card;

/**
 * A model that was fitted and evaluated.
 *
 * @param fit null when it is not known
 */
public record CardTrial(String name, FitCost fit, Evaluation evaluation) {}
