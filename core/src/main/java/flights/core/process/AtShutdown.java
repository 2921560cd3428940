package flights.core.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets work end in order when the process is asked to end; closed when it has. */
public final class AtShutdown implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch done = new CountDownLatch(1);

  /** Stops the work, and waits some seconds for its end. */
  public AtShutdown(Runnable stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    if (done.getCount() > 0) {
                      stop.run();
                    }
                    var unused = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
  }

  @Override
  public void close() {
    done.countDown();
  }
}
