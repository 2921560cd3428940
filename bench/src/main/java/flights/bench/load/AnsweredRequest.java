package flights.bench.load;

/**
 * A request that was answered, in the clock of {@link System#nanoTime}.
 *
 * @param dueNanos when it should have been sent
 * @param acceptedNanos when its id had come back
 * @param answeredNanos when its answer had
 */
public record AnsweredRequest(String id, long dueNanos, long acceptedNanos, long answeredNanos) {}
