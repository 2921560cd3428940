package flights.core.process;

/** A thread in the background that does not keep its process from ending. */
final class Daemon {

  interface Work {
    void run() throws InterruptedException;
  }

  private Daemon() {}

  static void start(String name, Work work) {
    Thread thread = new Thread(() -> run(work), name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
