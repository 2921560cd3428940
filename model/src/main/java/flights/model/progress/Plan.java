package flights.model.progress;

import flights.core.progress.Snapshot;
import java.time.Duration;
import java.util.List;

/** The stages that a run is expected to have, and how far it is by them. */
record Plan(List<Stage> stages) {

  /**
   * How far a run is that began at one instant of {@link System#nanoTime} and has come to another.
   * Of the planned stages, those before the running one are done, or were not needed.
   */
  Snapshot at(StageProgress work, long beganNanos, long nowNanos) {
    return new Snapshot(
        work.stage(),
        stages.stream().map(Stage::name).toList().indexOf(work.stage()) + 1,
        stages.size(),
        work.rows(),
        done(work.stage(), work.fraction()),
        Duration.ofNanos(nowNanos - work.startNanos()),
        Duration.ofNanos(nowNanos - beganNanos));
  }

  private double done(String stage, double fraction) {
    double all = 0;
    double done = Double.NaN;
    for (Stage planned : stages) {
      if (planned.name().equals(stage)) {
        done = all + planned.weight() * fraction;
      }
      all += planned.weight();
    }
    return done / all;
  }
}
