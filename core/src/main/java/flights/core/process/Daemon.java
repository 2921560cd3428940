package flights.core.process;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Threads in the background that do not keep their process from ending. */
public final class Daemon {

  /** What a thread does until it is interrupted, or done. */
  public interface Work {
    void run() throws InterruptedException;
  }

  private Daemon() {}

  public static void start(String name, Work work) {
    thread(name, () -> run(work)).start();
  }

  /** One thread for what is to be done later, or over and over. */
  public static ScheduledExecutorService timer(String name) {
    return Executors.newSingleThreadScheduledExecutor(task -> thread(name, task));
  }

  private static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
