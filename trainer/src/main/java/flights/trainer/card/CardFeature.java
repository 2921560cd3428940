package flights.trainer.card;

/**
 * What a model looks at.
 *
 * @param importance its share or its contribution, in the model's own unit; null when not known
 */
public record CardFeature(String name, Double importance) {}
