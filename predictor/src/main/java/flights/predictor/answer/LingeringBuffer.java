package flights.predictor.answer;

import flights.core.flow.AdaptiveBatchQueue;
import java.util.List;

/**
 * Gathers answers while the ones before are being written, and a moment longer when they are many,
 * so that a lone one leaves at once and many leave together. All are out when {@link #close}
 * returns.
 */
final class LingeringBuffer implements AutoCloseable {

  private static final int CAPACITY = 2_000;
  private static final long LOOK_UP_MILLIS = 100;
  private static final ScoredRequest END = new ScoredRequest(null, 0, null, null, null, null);

  private final AdaptiveBatchQueue<ScoredRequest> waiting = new AdaptiveBatchQueue<>(CAPACITY);
  private final Sink sink;
  private final Thread flusher;
  private volatile RuntimeException failure;

  /** Takes answers out of the process. */
  interface Sink {

    void write(List<ScoredRequest> answers) throws InterruptedException;

    /** Returns when everything written so far is safe. */
    void settle() throws InterruptedException;
  }

  LingeringBuffer(Sink sink) {
    this.sink = sink;
    this.flusher = new Thread(this::flush, "predictions");
    flusher.setDaemon(true);
    flusher.start();
  }

  /** Waits while the buffer is full; throws what the sink has thrown. */
  void add(ScoredRequest answer) {
    try {
      do {
        throwFailure();
      } while (!waiting.offer(answer, LOOK_UP_MILLIS));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits until all are safe; throws what the sink has thrown. */
  @Override
  public void close() {
    add(END);
    try {
      flusher.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    throwFailure();
  }

  private void flush() {
    boolean ended = false;
    try {
      while (!ended) {
        List<ScoredRequest> batch = waiting.take();
        ended = batch.remove(END);
        if (!batch.isEmpty()) {
          sink.write(batch);
        }
      }
      sink.settle();
    } catch (InterruptedException e) {
      failure = new IllegalStateException("interrupted before all predictions were written", e);
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void throwFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  private IllegalStateException interrupted(InterruptedException e) {
    flusher.interrupt();
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted before all predictions were written", e);
  }
}
