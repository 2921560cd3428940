package flights.core.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A queue whose one taker gets few and large batches when much comes, since a batch of twenty costs
 * hardly more than one of one. Who comes alone is not kept waiting: the next batch gathers the
 * longer, the more were in the last one.
 */
public final class AdaptiveBatchQueue<T> {

  private static final long NANOS_FOR_EACH_MORE = TimeUnit.MILLISECONDS.toNanos(2);
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final BlockingQueue<T> waiting;
  private long notBefore = System.nanoTime();

  public AdaptiveBatchQueue(int capacity) {
    this.waiting = new ArrayBlockingQueue<>(capacity);
  }

  /** False when it is full for so long. */
  public boolean offer(T one, long millis) throws InterruptedException {
    return waiting.offer(one, millis, TimeUnit.MILLISECONDS);
  }

  /** All that wait, at least one, in the order in which they came. For one thread. */
  public List<T> take() throws InterruptedException {
    List<T> taken = new ArrayList<>();
    taken.add(waiting.take());
    TimeUnit.NANOSECONDS.sleep(notBefore - System.nanoTime());
    waiting.drainTo(taken);
    notBefore = System.nanoTime() + Math.min(MOST_NANOS, (taken.size() - 1) * NANOS_FOR_EACH_MORE);
    return taken;
  }
}
