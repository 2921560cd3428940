package flights.core.card;

/** A field of a request that a model looks at. */
public record CardFeature(String name) {}
