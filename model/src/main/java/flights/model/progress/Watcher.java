package flights.model.progress;

/** Who else wants to know, once a second, how far a run is. */
public interface Watcher {

  Watcher NOBODY = (stage, done) -> {};

  /**
   * A stage is running.
   *
   * @param done of the whole run, from 0 to 1; NaN when that cannot be told
   */
  void running(String stage, double done);
}
