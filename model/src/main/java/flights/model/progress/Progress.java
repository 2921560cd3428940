package flights.model.progress;

import flights.core.progress.Display;
import flights.core.progress.Snapshot;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Shows how far a run is, by the work that is really done: the tasks of the Spark jobs that a stage
 * starts, or what the stage itself tells. Stages run one after another, in the thread that made
 * this.
 *
 * <pre>{@code
 * try (Progress progress =
 *     Progress.onConsole(spark, new Stage("reading", 1), new Stage("fitting", 4))) {
 *   Dataset<Row> rows = progress.stage("reading", () -> read());
 *   progress.rows(rows.count());
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {

  private static final long TELL_MILLIS = 1_000;

  private final SparkContext spark;
  private final Plan plan;
  private final Display display;
  private final Watcher watcher;
  private final WorkListener listener = new WorkListener();
  private final long began = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Progress::daemon);
  private volatile StageProgress current;

  /** What a stage does. */
  @FunctionalInterface
  public interface Task<T, X extends Exception> {
    T run() throws X;
  }

  Progress(SparkContext spark, Plan plan, Display display, Watcher watcher) {
    this.spark = spark;
    this.plan = plan;
    this.display = display;
    this.watcher = watcher;
    spark.addSparkListener(listener);
    long millis = display.every().toMillis();
    clock.scheduleAtFixedRate(this::show, millis, millis, TimeUnit.MILLISECONDS);
    clock.scheduleAtFixedRate(this::tell, 0, TELL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * On the terminal where there is one, in the log otherwise.
   *
   * @param plan the stages that are to come; without them there is no percent and no remaining time
   */
  public static Progress onConsole(SparkSession spark, Stage... plan) {
    return onConsole(spark, Watcher.NOBODY, plan);
  }

  /**
   * The same.
   *
   * @param watcher is told too
   */
  public static Progress onConsole(SparkSession spark, Watcher watcher, Stage... plan) {
    return new Progress(
        spark.sparkContext(), new Plan(List.of(plan)), Display.onConsole(), watcher);
  }

  /**
   * Runs a stage; when it has ended well, a line of the log tells its rows and how long it took.
   */
  public <T, X extends Exception> T stage(String name, Task<T, X> task) throws X {
    StageProgress work = new StageProgress(name, System.nanoTime());
    String id = UUID.randomUUID().toString();
    String outer = spark.getLocalProperty(WorkListener.WORK);
    listener.add(id, work);
    spark.setLocalProperty(WorkListener.WORK, id);
    current = work;
    try {
      T result = task.run();
      display.finished(plan.at(work, began, System.nanoTime()));
      return result;
    } finally {
      current = null;
      spark.setLocalProperty(WorkListener.WORK, outer);
    }
  }

  /** Tells how many rows the running stage has to do with. */
  public void rows(long number) {
    StageProgress work = current;
    if (work != null) {
      work.rows(number);
    }
  }

  /** Tells how far the running stage is, where Spark's tasks do not tell it. */
  public void at(long done, long total) {
    StageProgress work = current;
    if (work != null && total > 0) {
      work.tell((double) done / total);
    }
  }

  private void show() {
    StageProgress work = current;
    if (work != null) {
      display.running(plan.at(work, began, System.nanoTime()));
    }
  }

  private void tell() {
    StageProgress work = current;
    if (work != null) {
      Snapshot now = plan.at(work, began, System.nanoTime());
      watcher.running(now.stage(), now.done());
    }
  }

  @Override
  public void close() {
    spark.removeSparkListener(listener);
    clock.shutdownNow();
    awaitClock();
    display.close();
  }

  /** What it is about to show would otherwise stay on the terminal. */
  private void awaitClock() {
    try {
      clock.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "progress");
    thread.setDaemon(true);
    return thread;
  }
}
