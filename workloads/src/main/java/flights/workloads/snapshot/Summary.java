package flights.workloads.snapshot;

/**
 * How messages are summed up by key.
 *
 * @param <R> what a message holds
 * @param <S> what is kept for a key: an immutable record that JSON has no trouble with. Its
 *     constructor throws IllegalArgumentException for what can be no summary, by which damaged
 *     files are found
 */
public interface Summary<R, S> {

  Class<S> type();

  /** Throws IllegalArgumentException for a message that cannot be read; it is passed over. */
  R decode(byte[] message);

  String key(R row);

  /**
   * The summary with a row more.
   *
   * @param before null for the first row of a key
   * @return {@code before} itself when the row is to be ignored
   */
  S add(S before, R row);
}
