package flights.model.progress;

import java.util.HashMap;
import java.util.Map;

/** How far the work of a stage is. Written to by Spark's threads and the stage's own. */
final class StageProgress {

  private final String stage;
  private final long startNanos;
  private final Map<Integer, Job> running = new HashMap<>();
  private long jobsDone;
  private long rows;
  private double told = Double.NaN;

  private static final class Job {
    private final long tasks;
    private long done;

    private Job(long tasks) {
      this.tasks = tasks;
    }

    private double fraction() {
      return tasks == 0 ? 0 : Math.min(1, (double) done / tasks);
    }
  }

  StageProgress(String stage, long startNanos) {
    this.stage = stage;
    this.startNanos = startNanos;
  }

  String stage() {
    return stage;
  }

  long startNanos() {
    return startNanos;
  }

  synchronized void jobStarted(int job, long tasks) {
    running.put(job, new Job(tasks));
  }

  synchronized void taskDone(int job) {
    Job at = running.get(job);
    if (at != null) {
      at.done++;
    }
  }

  synchronized void jobEnded(int job) {
    if (running.remove(job) != null) {
      jobsDone++;
    }
  }

  synchronized void tell(double fraction) {
    told = Math.max(0, Math.min(1, fraction));
  }

  synchronized void rows(long number) {
    rows = number;
  }

  synchronized long rows() {
    return rows;
  }

  /**
   * From 0 to 1: as it was told, or else by Spark's jobs. Nobody knows how many jobs are still to
   * come, so each takes a part of what is left, and it never comes to 1.
   */
  synchronized double fraction() {
    if (!Double.isNaN(told)) {
      return told;
    }
    double jobs = jobsDone + running.values().stream().mapToDouble(Job::fraction).sum();
    return jobs / (jobs + 1);
  }
}
