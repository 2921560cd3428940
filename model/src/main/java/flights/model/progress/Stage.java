package flights.model.progress;

/**
 * A part of a run.
 *
 * @param weight how long it takes beside the other stages, in any unit
 */
public record Stage(String name, double weight) {}
